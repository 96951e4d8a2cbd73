// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/desk.h"

#include <QObject>

class QWidget;

namespace orangery {

class MessageView;
class ToastStack;

/// What a person does with a chat besides talking, each told by a toast: delete with undo, copy, save code.
class ChatTasks : public QObject
{
    Q_OBJECT

public:
    ChatTasks(Desk desk, ToastStack& toasts, MessageView& messages, QWidget& page);

    /// Deletes with undo. If it is the open one, `next` is opened in its place (0: a new chat).
    void remove(qint64 conversationId, qint64 next);
    void copyLastReply();
    void copyLastCode();
    void saveCode(const QString& code, const QString& language);

private:
    Desk m_desk;
    ToastStack& m_toasts;
    MessageView& m_messages;
    QWidget& m_page;
};

} // namespace orangery
