// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/smokerun.h"

#include "features/chat/chatcontroller.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/composer.h"
#include "gui/mainwindow.h"

#include <QCoreApplication>
#include <QPixmap>
#include <cstdio>

namespace orangery {

namespace {

constexpr std::chrono::seconds longest{60};

} // namespace

SmokeRun::SmokeRun(MainWindow& window, ChatController& chat, const QString& picture)
    : QObject(&window),
      m_window(window),
      m_chat(chat),
      m_picture(picture)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { end(QStringLiteral("no complete reply within a minute")); });
    connect(&chat, &ChatController::deltaReceived, this, [this] { ++m_deltas; });
    connect(&chat, &ChatController::failed, this, [this](const Error& error) { end(error.message); });
    connect(&chat, &ChatController::savingFailed, this, [this](const Error& error) { end(error.message); });
    connect(&chat, &ChatController::streamingChanged, this, &SmokeRun::check);
    m_deadline.start(longest);
    window.resize(1280, 800); // the same picture wherever it is taken
    QTimer::singleShot(0, this, [this] {
        const QString question = tr("Show a short list, a table and a code block about lemon trees.");
        m_window.chatPage().composer().setText(question);
        if (!m_chat.send(question))
            end(QStringLiteral("the message was not taken"));
    });
}

void SmokeRun::check()
{
    if (m_chat.isStreaming() || m_deltas == 0)
        return;
    const StoredMessage answer = m_chat.messages().last();
    if (answer.state != StoredMessage::State::Done || answer.text.isEmpty())
        return end(QStringLiteral("the reply is not complete"));
    if (m_deltas < 2)
        return end(QStringLiteral("the reply did not stream"));
    // the view draws at most 30 times a second; a moment later the last words are on the screen
    QTimer::singleShot(500, this, [this] {
        end(m_window.grab().save(m_picture) ? QString() : QStringLiteral("the picture could not be saved"));
    });
}

void SmokeRun::end(const QString& problem)
{
    if (!problem.isEmpty())
        std::fprintf(stderr, "smoke: %s\n", qUtf8Printable(problem));
    disconnect(&m_chat, nullptr, this, nullptr);
    QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
}

} // namespace orangery
