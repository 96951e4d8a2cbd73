// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace orangery {

class ChatController;
class MainWindow;

/// Proves that the whole way works: sends one message in the real window, waits for the streamed reply to be
/// complete, saves a picture of the window, and ends the program with 0, or with 1 and the reason on stderr.
class SmokeRun : public QObject
{
    Q_OBJECT

public:
    SmokeRun(MainWindow& window, ChatController& chat, const QString& picture);

private:
    void check();
    void end(const QString& problem);

    MainWindow& m_window;
    ChatController& m_chat;
    QString m_picture;
    QTimer m_deadline;
    int m_deltas = 0;
};

} // namespace orangery
