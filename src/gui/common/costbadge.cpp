// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/costbadge.h"

#include "gui/common/accessiblerole.h"
#include "gui/common/numbers.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int padding = 10;
constexpr int iconLength = 14;
constexpr int gap = 6;
constexpr int highShare = 10; // one part in ten of the rest

struct BadgeLook
{
    QString icon;
    Token iconInk;
    Token ink;
    Token fill;
    bool hasBorder;
};

BadgeLook lookOf(CostBadge::State state)
{
    switch (state) {
    case CostBadge::State::High:
        return {u"gauge"_s, Token::WarnText, Token::Text2, Token::Base, true};
    case CostBadge::State::TooHigh:
        return {u"warning"_s, Token::WarnText, Token::WarnText, Token::WarnSoft, false};
    case CostBadge::State::Free:
        return {u"leaf"_s, Token::LeafText, Token::LeafText, Token::LeafSoft, false};
    case CostBadge::State::Unknown:
        return {u"info"_s, Token::Text2, Token::Text2, Token::Base, true};
    default:
        return {u"gauge"_s, Token::LeafText, Token::Text2, Token::Base, true};
    }
}

} // namespace

CostBadge::CostBadge(Look look, QWidget* parent) : QWidget(parent), m_look(look)
{
    setObjectName(u"costBadge"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    connect(&look.theme, &Theme::changed, this, [this] {
        m_keptWidth = 0;
        updateGeometry();
    });
    showThinking();
}

QString CostBadge::text() const
{
    QString all;
    for (const Part& part : m_parts)
        all += part.text;
    return all;
}

void CostBadge::showThinking()
{
    // The badge keeps its width while the price is worked out, so that its neighbours stay where they are.
    if (m_state != State::Thinking)
        m_keptWidth = textWidth();
    show(State::Thinking, {{u"…"_s}}, tr("Working out the cost"));
}

void CostBadge::showEstimate(Neurons estimate, Neurons rest)
{
    if (estimate.isZero())
        return showFree();
    m_keptWidth = 0;
    const QString amount = Numbers::estimate(estimate);
    const QString spokenAmount = tr("Estimated cost %1 neurons").arg(Numbers::figureWithDecimal(estimate));
    if (rest <= Neurons())
        return show(State::TooHigh, {{amount + u" · "_s + tr("0 n left today").replace(u' ', QChar(0xA0))}},
                    tr("%1, nothing is left today").arg(spokenAmount));
    if (estimate > rest)
        return show(State::TooHigh, {{amount + u" · "_s + tr("more than is left")}},
                    tr("%1, more than is left today").arg(spokenAmount));
    const QString share = Numbers::share(estimate, rest);
    const bool isHigh = estimate.millionths() > rest.millionths() / highShare;
    show(isHigh ? State::High : State::Normal, {{amount + u" · "_s + tr("%1 of today’s rest").arg(share)}},
         tr("%1, %2 of today’s rest").arg(spokenAmount, share),
         isHigh ? tr("More than a tenth of what is left today") : QString());
}

void CostBadge::showFree()
{
    m_keptWidth = 0;
    show(State::Free, {{Numbers::whole(Neurons())}}, tr("This model costs no neurons"));
}

void CostBadge::showUnknown()
{
    m_keptWidth = 0;
    show(State::Unknown, {{tr("price unknown")}}, tr("The price of this model is unknown"));
}

void CostBadge::showRunning(Neurons soFar, Neurons estimate)
{
    m_keptWidth = qMax(m_keptWidth, m_state == State::Running ? textWidth() : 0);
    const QString figure = Numbers::figureWithDecimal(soFar);
    const QString whole = Numbers::estimate(estimate);
    show(State::Running, {{tr("%1 of %2", "neurons so far, estimate").arg(figure, whole)}},
         tr("%1 neurons so far of an estimated %2").arg(figure, Numbers::figureWithDecimal(estimate)));
}

void CostBadge::showDone(Neurons estimate, Neurons booked)
{
    m_keptWidth = 0;
    const QString before = Numbers::estimateFigure(estimate);
    const QString after = Numbers::booked(booked);
    show(State::Done, {{tr("est. %1 → ", "estimate before the booked cost").arg(before)}, {after, true}},
         tr("Estimated cost %1, booked %2 neurons").arg(before, Numbers::figureWithDecimal(booked)));
}

void CostBadge::show(State state, const QList<Part>& parts, const QString& spoken, const QString& description)
{
    const bool isSame = m_state == state && m_parts.size() == parts.size() &&
                        std::equal(parts.begin(), parts.end(), m_parts.begin(),
                                   [](const Part& a, const Part& b) { return a.text == b.text; });
    m_state = state;
    m_parts = parts;
    setAccessibleName(spoken);
    setAccessibleDescription(description);
    setToolTip(spoken);
    if (isSame)
        return;
    updateGeometry();
    update();
}

void CostBadge::prepare(QTextLayout& layout) const
{
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const Part& part : m_parts) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = int(part.text.size());
        if (part.isBold) {
            range.format.setFontWeight(QFont::DemiBold);
            range.format.setForeground(m_look.theme.color(Token::Text));
        }
        start += range.length;
        formats << range;
    }
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setText(text());
    layout.setFont(m_look.theme.font(TextRole::Meta));
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

int CostBadge::textWidth() const
{
    QTextLayout layout;
    prepare(layout);
    return qCeil(layout.lineAt(0).naturalTextWidth());
}

QSize CostBadge::sizeHint() const
{
    return {2 * padding + m_look.theme.scaled(iconLength) + gap + qMax(textWidth(), m_keptWidth),
            m_look.theme.scaled(24)};
}

void CostBadge::paintEvent(QPaintEvent*)
{
    const BadgeLook badge = lookOf(m_state);
    const Theme& theme = m_look.theme;
    QPainter painter(this);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    paint::box(painter, rect(), height() / 2.0, theme.color(badge.fill),
               badge.hasBorder || theme.isHighContrast() ? theme.color(Token::Line) : QColor());
    const int iconSide = theme.scaled(iconLength);
    const QRect icon(padding, 0, iconSide, height());
    m_look.icons.paint(painter, badge.icon, QStyle::visualRect(layoutDirection(), rect(), icon),
                       theme.color(badge.iconInk));

    QTextLayout layout;
    prepare(layout);
    const QRect words(padding + iconSide + gap, 0, qCeil(layout.lineAt(0).naturalTextWidth()), height());
    const QRect place = QStyle::visualRect(layoutDirection(), rect(), words);
    painter.setPen(theme.color(badge.ink));
    layout.draw(&painter, QPointF(place.left(), (height() - layout.boundingRect().height()) / 2));
}

} // namespace orangery
