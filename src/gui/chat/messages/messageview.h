// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/codehighlighting.h"
#include "gui/chat/messages/messageinteraction.h"
#include "gui/chat/messages/messagelist.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/chat/messages/sentencesplitter.h"
#include "gui/chat/messages/updatepacer.h"
#include "gui/style/look.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace orangery {

class NewTextButton;

/// The conversation: thousands of messages of which only those in sight are parsed and laid out. Text that
/// streams in is shown at most 30 times a second. Links, files and retries are wishes to the owner; copying
/// happens here.
class MessageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int columnWidth = 760; ///< of the reading column; 840 in windows of 1920 and more

    explicit MessageView(const Look& look, QWidget* parent = nullptr);
    ~MessageView() override;

    /// Shows a conversation from its end.
    void setMessages(const QList<MessageItem>& items);
    /// An own message brings the end into sight; a reply only if the end was in sight.
    void appendMessage(const MessageItem& item);
    /// Takes a message's new state, text included; unknown ids are ignored, here and below.
    void updateMessage(const MessageItem& item);
    void appendText(qint64 id, const QString& delta);
    void appendReasoning(qint64 id, const QString& delta);
    /// Takes state and figures, but leaves text and reasoning as they were streamed.
    void finishMessage(const MessageItem& facts);
    /// Keeps the first `count` messages.
    void truncate(int count);

    int messageCount() const { return m_list.count(); }
    const MessageList& list() const { return m_list; }
    /// A message's place in the viewport.
    QRect messageRect(int index) const;
    /// The message at or next to a point of the viewport; -1 when there is none.
    int messageAt(const QPoint& point) const { return m_list.at(point.y() + scrollY()); }
    bool isAtEnd() const { return m_follow; }
    MessageInteraction& interaction() { return m_interaction; }
    void setUnfolded(int index, bool unfolded);
    /// Brings a part of a message into sight, its start if it is too large.
    void ensureVisible(int index, const QRect& part);

public slots:
    void scrollToEnd();
    void scrollToMessage(int index);
    void selectAll() { m_interaction.selectAll(); }
    /// Copies the selection, or the focused message when nothing is selected.
    void copy() { m_interaction.copy(); }
    /// Copies the Markdown of the last reply that has any; false: none has. The same of the last code block.
    bool copyLastReply();
    bool copyLastCode();
    /// Shows now what has arrived.
    void flush();

signals:
    void linkActivated(const QUrl& address); ///< http, https or mailto
    void saveCodeRequested(const QString& code, const QString& language);
    void retryRequested(qint64 id); ///< "Answer again", and "Try again" after a failure
    void continueRequested(qint64 id);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override { m_interaction.press(event); }
    void mouseMoveEvent(QMouseEvent* event) override { m_interaction.move(event); }
    void mouseReleaseEvent(QMouseEvent* event) override { m_interaction.release(event); }
    void mouseDoubleClickEvent(QMouseEvent* event) override { m_interaction.doubleClick(event); }
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent* event) override { m_interaction.contextMenu(event); }

private:
    struct Anchor; ///< what must not move on the screen while heights change

    void relayout();
    void relayout(const Anchor& anchor);
    void restyle();
    Anchor pickAnchor() const;
    int anchored(const Anchor& anchor) const;
    int column() const;
    int scrollY() const;
    void streamed(int index, const QString& delta);
    void restartCaret();

    Look m_look;
    MessageStyle m_style;
    CodeHighlighting m_highlighting;
    MessageList m_list;
    MessageInteraction m_interaction;
    MessagePainter m_painter;
    UpdatePacer m_pacer;
    QTimer m_caretTimer;
    NewTextButton* m_newText;
    SentenceSplitter m_speech;
    bool m_follow = true;
    bool m_settingScroll = false;
};

} // namespace orangery
