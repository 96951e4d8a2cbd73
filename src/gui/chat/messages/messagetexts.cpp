// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messagetexts.h"

#include "gui/common/numbers.h"

#include <QLocale>
#include <QStringList>

namespace orangery {

namespace {

QString stateWord(MessageState state)
{
    switch (state) {
    case MessageState::Streaming:
        return MessageTexts::tr("running");
    case MessageState::Stopped:
        return MessageTexts::tr("stopped");
    case MessageState::Cut:
        return MessageTexts::tr("cut at its length limit");
    case MessageState::Failed:
        return MessageTexts::tr("broken off");
    case MessageState::Done:
        break;
    }
    return MessageTexts::tr("finished");
}

QString tokens(qint64 count)
{
    return Numbers::held(MessageTexts::tr("%1 tok").arg(QLocale().toString(count)));
}

QString seconds(double count)
{
    return Numbers::held(MessageTexts::tr("%1 s", "seconds").arg(QLocale().toString(count, 'f', 1)));
}

} // namespace

MessageTexts::Footer MessageTexts::footer(const MessageItem& item)
{
    if (item.role == MessageRole::User)
        return {};
    const bool running = item.state == MessageState::Streaming;
    QStringList parts;
    if (item.state == MessageState::Stopped)
        parts.append(tr("Stopped"));
    if (item.promptTokens && item.completionTokens && !running)
        parts.append(Numbers::tokens(*item.promptTokens, *item.completionTokens));
    else if (item.completionTokens)
        parts.append(tokens(*item.completionTokens));
    if (item.tokensPerSecond)
        parts.append(Numbers::held(tr("%1 tok/s").arg(QLocale().toString(*item.tokensPerSecond, 'f', 0))));
    if (item.seconds)
        parts.append(seconds(*item.seconds));
    const QString booked = item.booked ? Numbers::booked(*item.booked) : QString();
    if (item.booked && running)
        parts.append(tr("%1 so far", "neurons").arg(booked));
    else if (item.booked && item.estimate)
        parts.append(Numbers::held(
            tr("est. %1 \u2192 %2", "neurons").arg(Numbers::estimateFigure(*item.estimate), booked)));
    else if (item.booked)
        parts.append(booked);
    else if (item.estimate)
        parts.append(Numbers::estimate(*item.estimate));
    Footer footer;
    footer.text = parts.join(QStringLiteral(" \u00b7 "));
    if (!booked.isEmpty()) {
        footer.strongStart = static_cast<int>(footer.text.lastIndexOf(booked));
        footer.strongLength = static_cast<int>(booked.size());
    }
    return footer;
}

QString MessageTexts::fold(const MessageItem& item)
{
    QStringList parts;
    if (item.reasoningSeconds)
        parts.append(tr("Reasoned for %1", "duration").arg(seconds(*item.reasoningSeconds)));
    else
        parts.append(item.state == MessageState::Streaming && item.text.isEmpty() ? tr("Reasoning")
                                                                                  : tr("Reasoned"));
    if (item.reasoningTokens)
        parts.append(tokens(*item.reasoningTokens));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString MessageTexts::notice(const MessageItem& item)
{
    if (!item.notice.isEmpty())
        return item.notice;
    return item.state == MessageState::Cut ? tr("The answer reached its length limit.")
                                           : tr("The connection broke off; what arrived is kept.");
}

QString MessageTexts::accessibleName(const MessageItem& item)
{
    if (item.role == MessageRole::User)
        return tr("Your message");
    QStringList parts;
    parts.append(item.model.isEmpty() ? tr("Reply") : tr("Reply by %1").arg(item.model));
    parts.append(stateWord(item.state));
    if (item.booked)
        parts.append(tr("%1 neurons").arg(Numbers::figureWithDecimal(*item.booked)));
    return parts.join(QStringLiteral(", "));
}

} // namespace orangery
