// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatrowdelegate.h"

#include "core/neurons.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/chatlistrows.h"
#include "gui/common/numbers.h"
#include "gui/style/theme.h"

#include <QPainter>
#include <utility>

namespace orangery {

namespace {

constexpr int margin = 16;
constexpr int endMargin = 12;
constexpr int barWidth = 3;

QString shortName(const QString& modelId)
{
    return modelId.section(QLatin1Char('/'), -1);
}

} // namespace

ChatRowDelegate::ChatRowDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

QSize ChatRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_look.theme;
    if (index.data(ChatListRows::IsHeadingRole).toBool())
        return {option.rect.width(), theme.scaled(index.row() == 0 ? 26 : 32)};
    const int lines = theme.lineHeight(TextRole::Body) + theme.lineHeight(TextRole::Meta);
    return {option.rect.width(), qMax(52, lines + 18)};
}

void ChatRowDelegate::paintHeading(QPainter& painter, const QRect& rect, const QString& text) const
{
    painter.setFont(m_look.theme.font(TextRole::Meta, QFont::DemiBold));
    painter.setPen(m_look.theme.color(Token::Text2));
    painter.drawText(rect.adjusted(margin, 0, -margin, -4), Qt::AlignBottom | Qt::AlignLeading, text);
}

void ChatRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (index.data(ChatListRows::IsHeadingRole).toBool()) {
        paintHeading(*painter, option.rect, index.data().toString());
        painter->restore();
        return;
    }
    const Theme& theme = m_look.theme;
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    const QRect& row = option.rect;
    if (isCurrent) {
        painter->fillRect(row, theme.color(Token::Sel));
        painter->fillRect(
            QStyle::visualRect(option.direction, row, QRect(row.topLeft(), QSize(barWidth, row.height()))),
            theme.color(Token::Leaf));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, theme.color(Token::Hover));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme.color(Token::Leaf), 2));
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }

    const int firstHeight = theme.lineHeight(TextRole::Body);
    const int secondHeight = theme.lineHeight(TextRole::Meta);
    const int top = row.top() + (row.height() - firstHeight - secondHeight) / 2;
    const QRect inside = QStyle::visualRect(option.direction, row, row.adjusted(margin, 0, -endMargin, 0));
    const QRect first(inside.left(), top, inside.width(), firstHeight);
    const QRect second(inside.left(), top + firstHeight, inside.width(), secondHeight);

    const QFont titleFont = theme.font(TextRole::Body, QFont::Medium);
    painter->setFont(titleFont);
    painter->setPen(theme.color(Token::Text));
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // a title may be in another language
    painter->drawText(
        first,
        int(QStyle::visualAlignment(option.direction, Qt::AlignVCenter | Qt::AlignLeading)) |
            Qt::TextDontClip, // letters that join are wider where they end
        QFontMetrics(titleFont).elidedText(index.data().toString(), Qt::ElideRight, first.width()));
    painter->setLayoutDirection(option.direction);

    const QFont metaFont = theme.font(TextRole::Meta);
    const QFontMetrics metrics(metaFont);
    painter->setFont(metaFont);
    const QString neurons = Numbers::booked(index.data(ConversationList::NeuronsRole).value<Neurons>());
    const int neuronsWidth = metrics.horizontalAdvance(neurons);
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(second, Qt::AlignVCenter | Qt::AlignTrailing, neurons);

    const int count = index.data(ConversationList::MessageCountRole).toInt();
    const QString about =
        tr("%1 · %n message(s)", "model, number", count)
            .arg(Numbers::held(shortName(index.data(ConversationList::ModelRole).toString())));
    painter->setPen(theme.color(Token::Text3));
    const QRect aboutRect =
        QStyle::visualRect(option.direction, second,
                           QRect(second.topLeft(), QSize(second.width() - neuronsWidth - 8, secondHeight)));
    painter->drawText(aboutRect, Qt::AlignVCenter | Qt::AlignLeading,
                      metrics.elidedText(about, Qt::ElideRight, aboutRect.width()));
    painter->restore();
}

QWidget* ChatRowDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    m_editor = QStyledItemDelegate::createEditor(parent, option, index);
    m_editor->setObjectName(QStringLiteral("chatTitleEdit"));
    m_editor->setAccessibleName(tr("Name of the chat"));
    m_isFilled = false;
    return m_editor;
}

void ChatRowDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (editor == m_editor && std::exchange(m_isFilled, true))
        return;
    QStyledItemDelegate::setEditorData(editor, index);
}

void ChatRowDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex&) const
{
    const int height = m_look.theme.compactHeight();
    editor->setGeometry(option.rect.left() + 8, option.rect.center().y() - height / 2,
                        option.rect.width() - 16, height);
}

} // namespace orangery
