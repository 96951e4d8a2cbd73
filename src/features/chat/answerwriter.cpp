// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/answerwriter.h"

#include "storage/conversationstore.h"

#include <utility>

namespace orangery {

AnswerWriter::AnswerWriter(ConversationStore& store, qint64 messageId, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_messageId(messageId)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(longestUnsavedMs);
    connect(&m_timer, &QTimer::timeout, this, &AnswerWriter::flush);
}

void AnswerWriter::take(const ChatDelta& delta)
{
    m_unsaved.text += delta.text;
    m_unsaved.reasoning += delta.reasoning;
    if (!m_timer.isActive())
        m_timer.start();
}

void AnswerWriter::discard()
{
    m_isDiscarded = true;
    m_timer.stop();
    m_unsaved = {};
}

void AnswerWriter::flush()
{
    m_timer.stop();
    if (m_isWriting || m_unsaved.isEmpty())
        return;
    m_isWriting = true;
    m_inFlight = std::exchange(m_unsaved, {});
    m_store.appendText(m_messageId, m_inFlight.text, m_inFlight.reasoning, this,
                       [this](const Result<void>& done) {
                           m_isWriting = false;
                           if (m_isDiscarded)
                               return;
                           if (!done) {
                               m_unsaved.text.prepend(m_inFlight.text);
                               m_unsaved.reasoning.prepend(m_inFlight.reasoning);
                               emit failed(done.error());
                           }
                           if (!m_unsaved.isEmpty() && !m_timer.isActive())
                               m_timer.start();
                       });
}

} // namespace orangery
