// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/contextwindow.h"

#include "service/chatestimate.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace orangery {

namespace {

constexpr int longestAnswer = 8192;
constexpr int leastAnswer = 256;
/// For models that publish no context window; the smallest that any published one has, halved.
constexpr int cautiousWindow = 8192;

Error tooLong(int tokens, const Model* model, int window)
{
    const QLocale locale;
    Error error = Error::of(ErrorKind::InvalidInput);
    error.message =
        QCoreApplication::translate(
            "orangery::ContextWindow",
            "This message is about %1 tokens long, but %2 reads at most %3. Shorten it, or choose a "
            "model with a larger context.")
            .arg(locale.toString(tokens), model ? model->name() : QString(), locale.toString(window));
    return error;
}

} // namespace

Result<FittedChat> fitted(const QList<ChatMessage>& messages, const Model* model)
{
    const int window = model && model->contextWindow > 0 ? model->contextWindow : cautiousWindow;
    int answer = std::min(longestAnswer, window / 2);
    if (model && model->maxOutputTokens > 0)
        answer = std::min(answer, model->maxOutputTokens);

    FittedChat chat;
    chat.promptTokens = messages.isEmpty() ? 0 : tokensOf(messages.last());
    if (chat.promptTokens > window - leastAnswer)
        return tooLong(chat.promptTokens, model, window);
    chat.maxTokens = std::clamp(window - chat.promptTokens, leastAnswer, answer);

    qsizetype first = messages.size() - 1;
    while (first > 0) {
        const int tokens = tokensOf(messages[first - 1]);
        if (chat.promptTokens + tokens > window - chat.maxTokens)
            break;
        chat.promptTokens += tokens;
        --first;
    }
    chat.leftOut = static_cast<int>(std::max<qsizetype>(first, 0));
    chat.messages = messages.mid(chat.leftOut);
    return chat;
}

} // namespace orangery
