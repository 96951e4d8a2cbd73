// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/accountchip.h"

#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int square = 24;
constexpr int padding = 4;
constexpr int gap = 6;
constexpr int arrowRoom = 12;
constexpr int widestName = 160;

// The first character as people see it: a flag or a letter with its accents is one.
QString initialOf(const QString& name)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    return name.left(qMax<qsizetype>(0, finder.toNextBoundary())).toUpper();
}

} // namespace

AccountChip::AccountChip(Look look, QWidget* parent) : QToolButton(parent), m_look(look)
{
    setObjectName(u"accountChip"_s);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look.theme, &Theme::changed, this, &QWidget::updateGeometry);
    setNoAccount();
}

void AccountChip::setAccount(const QString& name, const QString& accountId, const QString& plan)
{
    m_isSandbox = false;
    const QString shown = name.isEmpty() ? accountId.left(6) : name;
    setWords(shown, tr("Account %1, %2 plan").arg(shown, plan),
             tr("%1\nAccount ID %2").arg(shown, accountId));
}

void AccountChip::setSandbox()
{
    m_isSandbox = true;
    setWords(tr("Sandbox"), tr("Account Sandbox"), tr("The built-in sandbox answers; nothing is billed"));
}

void AccountChip::setNoAccount()
{
    m_isSandbox = false;
    setWords(tr("No account"), tr("No account"), tr("Choose or add an account"));
}

void AccountChip::setCompact(bool compact)
{
    m_isCompact = compact;
    updateGeometry();
    update();
}

void AccountChip::setWords(const QString& shown, const QString& spoken, const QString& hint)
{
    m_shown = shown;
    setAccessibleName(spoken);
    setToolTip(hint);
    updateGeometry();
    update();
}

QSize AccountChip::sizeHint() const
{
    const int height = m_look.theme.controlHeight();
    const int side = m_look.theme.scaled(square);
    if (m_isCompact)
        return {side + 2 * padding, height};
    const int name =
        QFontMetrics(m_look.theme.font(TextRole::Body, QFont::Medium)).horizontalAdvance(m_shown) + 1;
    return {2 * padding + side + gap + qMin(name, m_look.theme.scaled(widestName)) + gap +
                m_look.theme.scaled(arrowRoom),
            height};
}

void AccountChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Theme& theme = m_look.theme;
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    const Token fill = m_isSandbox ? Token::InfoSoft : Token::LeafSoft;
    const Token ink = m_isSandbox ? Token::InfoText : Token::LeafText;
    if (isDown() || underMouse())
        paint::box(painter, rect(), paint::controlRadius,
                   theme.color(isDown() ? Token::Sunken : Token::Hover));
    else if (m_isSandbox)
        paint::box(painter, rect(), paint::controlRadius, theme.color(Token::InfoSoft));

    const int side = theme.scaled(square);
    const auto place = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    QRect initial(0, 0, side, side);
    initial.moveCenter(place(padding, side).center());
    paint::box(painter, initial, 4, theme.color(fill),
               theme.isHighContrast() ? theme.color(Token::Line) : QColor());
    painter.setFont(theme.font(TextRole::Meta, QFont::DemiBold));
    painter.setPen(theme.color(ink));
    if (m_isSandbox)
        m_look.icons.paint(painter, u"sandbox"_s, initial.adjusted(4, 4, -4, -4), theme.color(ink));
    else
        painter.drawText(initial, Qt::AlignCenter, initialOf(m_shown));
    if (m_isCompact)
        return;

    const int nameStart = padding + side + gap;
    const int arrowSide = theme.scaled(arrowRoom);
    const QRect name = place(nameStart, width() - nameStart - padding - arrowSide - gap);
    const QFont font = theme.font(TextRole::Body, QFont::Medium);
    painter.setFont(font);
    painter.setPen(theme.color(m_isSandbox ? Token::InfoText : Token::Text));
    painter.drawText(name, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
                     QFontMetrics(font).elidedText(m_shown, Qt::ElideRight, name.width()));
    paint::chevron(painter, place(width() - padding - arrowSide, arrowSide), Qt::DownArrow,
                   theme.color(Token::Text2), theme.scaled(paint::chevronWidth));
}

} // namespace orangery
