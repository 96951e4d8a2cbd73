// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/runninganswer.h"

#include "core/errortable.h"
#include "service/chatcall.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"

#include <QTimer>

namespace orangery {

namespace {

constexpr int againMs = 2000;
/// Longer than this nobody looks at an empty answer; a minute is what the limit of a minute may take.
constexpr std::chrono::seconds longestWait{90};

} // namespace

RunningAnswer::RunningAnswer(Workbench& workbench, ConversationStore& store, const ChatRequest& request,
                             const StoredMessage& answer, Kind kind, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_message(answer),
      m_writer(store, answer.id, this)
{
    if (kind == Kind::Continuation)
        m_continuation.emplace(m_message.text);
    const CallOptions options{.origin = QStringLiteral("chat"),
                              .subject = QStringLiteral("chat:%1").arg(answer.conversationId),
                              .longestWait = longestWait};
    m_call = workbench.chat(request, options, this);
    if (m_call->estimate())
        m_message.estimate = m_message.estimate.value_or(Neurons()) + *m_call->estimate();
    m_message.callId = m_call->callId();
    connect(m_call, &ChatCall::deltaReceived, this, &RunningAnswer::take);
    connect(m_call, &ChatCall::retrying, this, &RunningAnswer::retrying);
    connect(m_call, &Job::finished, this, &RunningAnswer::conclude);
    connect(&m_writer, &AnswerWriter::failed, this, &RunningAnswer::savingFailed);
}

RunningAnswer::~RunningAnswer()
{
    if (m_isSaved)
        return;
    if (m_call) {
        m_call->disconnect(this);
        delete m_call;
        if (m_continuation)
            m_message.text += m_continuation->finish();
        m_message.state = StoredMessage::State::Interrupted;
    }
    m_writer.discard();
    m_store.update(m_message, nullptr, {});
}

void RunningAnswer::stop()
{
    if (m_call)
        m_call->cancel();
}

void RunningAnswer::take(const ChatDelta& delta)
{
    m_hasArrived = true;
    if (!m_continuation)
        return append(delta);
    append({.text = m_continuation->take(delta.text), .reasoning = delta.reasoning});
}

void RunningAnswer::append(const ChatDelta& delta)
{
    if (delta.isEmpty())
        return;
    m_message.text += delta.text;
    m_message.reasoning += delta.reasoning;
    m_writer.take(delta);
    emit deltaReceived(m_message.id, delta);
}

void RunningAnswer::addOutcome()
{
    const ChatOutcome& outcome = m_call->partialOutcome();
    TokenUsage usage = m_message.usage.value_or(TokenUsage());
    usage.promptTokens += outcome.usage.promptTokens;
    usage.completionTokens += outcome.usage.completionTokens;
    usage.cachedTokens += outcome.usage.cachedTokens;
    m_message.usage = usage;
    m_message.isNeuronsReported = outcome.isReported && (m_message.isNeuronsReported || !m_message.neurons);
    m_message.neurons = m_message.neurons.value_or(Neurons()) + outcome.neurons;
    m_message.latencyMs += outcome.latency.count();
    if (m_message.firstTokenMs == 0)
        m_message.firstTokenMs = outcome.firstToken.count();
    m_message.finishReason = outcome.reply.finishReason;
}

void RunningAnswer::conclude()
{
    const Result<ChatOutcome> result = m_call->result();
    if (result && !m_hasArrived) // an answer that came whole brought no deltas
        take({.text = result->reply.text, .reasoning = result->reply.reasoning});
    if (m_continuation)
        append({.text = m_continuation->finish(), .reasoning = {}});
    addOutcome();
    std::optional<Error> error;
    m_message.errorKind.clear();
    m_message.errorDetail.clear();
    if (result) {
        m_message.state = result->reply.finishReason == FinishReason::Truncated
                              ? StoredMessage::State::Interrupted
                              : StoredMessage::State::Done;
        if (m_call->partialOutcome().wasShortened && result->reply.finishReason == FinishReason::Length)
            m_message.errorKind = nameOf(ErrorKind::BudgetReached);
    } else if (result.error().kind == ErrorKind::Canceled) {
        m_message.state = StoredMessage::State::Stopped;
    } else {
        error = result.error();
        m_message.state = StoredMessage::State::Failed;
        m_message.errorKind = nameOf(error->kind);
        m_message.errorDetail = error->detail;
    }
    m_call = nullptr;
    m_writer.discard();
    save();
    emit concluded(error);
}

// An answer stays in memory until it is on disk: a full disk may have room again in a moment.
void RunningAnswer::save()
{
    m_store.update(m_message, this, [this](const Result<void>& done) {
        if (!done) {
            emit savingFailed(done.error());
            QTimer::singleShot(againMs, this, &RunningAnswer::save);
            return;
        }
        m_isSaved = true;
        deleteLater();
    });
}

} // namespace orangery
