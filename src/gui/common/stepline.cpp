// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/stepline.h"

#include "gui/common/accessiblerole.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int disc = 24;
constexpr int gap = 8;
constexpr int link = 40;
constexpr int linkGap = 12;

} // namespace

StepLine::StepLine(Look look, const QStringList& steps, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_steps(steps)
{
    setObjectName(u"stepLine"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    connect(&look.theme, &Theme::changed, this, &QWidget::updateGeometry);
    updateWords();
}

void StepLine::setCurrent(int index)
{
    m_current = index;
    updateWords();
}

void StepLine::setSkipped(int index, bool skipped)
{
    m_skipped.removeAll(index);
    if (skipped)
        m_skipped << index;
    updateGeometry();
    updateWords();
}

void StepLine::updateWords()
{
    int number = 0;
    for (int index = 0; index <= m_current; ++index)
        number += m_skipped.contains(index) ? 0 : 1;
    const QLocale locale;
    setAccessibleName(tr("Step %1 of %2: %3")
                          .arg(locale.toString(number), locale.toString(m_steps.size() - m_skipped.size()),
                               m_steps.value(m_current)));
    update();
}

int StepLine::widthOf(int index) const
{
    const QFontMetrics metrics(m_look.theme.font(TextRole::Body, QFont::DemiBold));
    return m_look.theme.scaled(disc) + gap + metrics.horizontalAdvance(m_steps.at(index));
}

QSize StepLine::sizeHint() const
{
    int width = 0;
    for (int index = 0; index < m_steps.size(); ++index)
        if (!m_skipped.contains(index))
            width += widthOf(index) + (width > 0 ? link + 2 * linkGap : 0);
    return {width + 2, m_look.theme.scaled(disc) + 2};
}

void StepLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Theme& theme = m_look.theme;
    const int side = theme.scaled(disc);
    const int top = (height() - side) / 2;
    const auto place = [this](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, w, h));
    };
    int x = 1;
    int number = 0;
    for (int index = 0; index < m_steps.size(); ++index) {
        if (m_skipped.contains(index))
            continue;
        if (number > 0) {
            paint::hairline(painter, place(x + linkGap, 0, link, height()), Qt::Horizontal,
                            theme.color(Token::LineStrong));
            x += link + 2 * linkGap;
        }
        ++number;
        const bool isDone = index < m_current;
        const bool isCurrent = index == m_current;
        const QRect round = place(x, top, side, side);
        if (isCurrent)
            paint::box(painter, round, side / 2.0, theme.color(Token::Leaf));
        else
            paint::box(painter, round, side / 2.0, theme.color(isDone ? Token::LeafSoft : Token::Window),
                       theme.color(isDone ? Token::Leaf : Token::LineStrong));
        painter.setFont(theme.font(TextRole::Meta, QFont::DemiBold));
        painter.setPen(theme.color(isCurrent ? Token::OnLeaf : Token::Text2));
        if (isDone)
            paint::tick(painter, round.adjusted(3, 3, -3, -3), theme.color(Token::LeafText));
        else
            painter.drawText(round, Qt::AlignCenter, QLocale().toString(number));

        const int nameWidth = widthOf(index) - side - gap;
        painter.setFont(theme.font(TextRole::Body, isCurrent ? QFont::DemiBold : QFont::Normal));
        painter.setPen(theme.color(isCurrent ? Token::Text : Token::Text2));
        painter.drawText(place(x + side + gap, 0, nameWidth + 1, height()),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                         m_steps.at(index));
        x += widthOf(index);
    }
}

} // namespace orangery
