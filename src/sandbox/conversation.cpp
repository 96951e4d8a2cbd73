// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/conversation.h"

#include "sandbox/chatpicture.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

struct Turn
{
    QString text;
    std::vector<ChatPicture> pictures;
};

std::variant<Turn, Failure> readTurn(const QJsonValue& message, const Model& model)
{
    const QJsonValue content = message[QLatin1String("content")];
    if (!content.isArray())
        return Turn{content.toString(), {}};
    Turn turn;
    QStringList texts;
    for (const QJsonValue& part : content.toArray()) {
        if (part[QLatin1String("type")] != QLatin1String("image_url")) {
            texts << part[QLatin1String("text")].toString();
            continue;
        }
        if (!model.vision)
            return badInput(QStringLiteral("this model does not take pictures"));
        const auto picture = pictureOfUri(part[QLatin1String("image_url")][QLatin1String("url")].toString());
        if (const auto* failure = std::get_if<Failure>(&picture))
            return *failure;
        turn.pictures.push_back(std::get<ChatPicture>(picture));
    }
    turn.text = texts.join(u'\n');
    return turn;
}

} // namespace

std::variant<Conversation, Failure> readConversation(const QJsonArray& messages, const Model& model)
{
    Conversation conversation;
    Question& question = conversation.question;
    question.model = model.id;
    question.turn = 0;
    for (const QJsonValue& message : messages) {
        const auto read = readTurn(message, model);
        if (const auto* failure = std::get_if<Failure>(&read))
            return *failure;
        const auto& turn = std::get<Turn>(read);
        const QString role = message[QLatin1String("role")].toString();
        const QJsonArray calls = message[QLatin1String("tool_calls")].toArray();
        const QString replayed = calls.isEmpty() ? QString() : QString::fromUtf8(json(calls));

        conversation.turns << role.left(1) + turn.text + replayed;
        conversation.tokens += tokenCount(turn.text + replayed) + tokensOfTurn;
        for (const ChatPicture& picture : turn.pictures)
            conversation.tokens += picture.tokens();
        if (role == u"tool") {
            conversation.toolResults << turn.text;
            continue;
        }
        conversation.toolResults.clear();
        if (role == u"user") {
            question.prompt = turn.text;
            question.pictures.clear();
            for (const ChatPicture& picture : turn.pictures)
                question.pictures << picture.text();
            ++question.turn;
        } else if (role == u"system" || role == u"developer") {
            question.systemLength += turn.text.size();
        }
    }
    question.turn = std::max(question.turn, 1);
    return conversation;
}

} // namespace orangery::sandbox
