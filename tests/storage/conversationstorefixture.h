// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storagefixture.h"

namespace orangery::test {

class ConversationStoreTest : public StorageTest
{
protected:
    ConversationStore store() { return ConversationStore(database()); }
    Result<void> update(const StoredMessage& changed)
    {
        return await<void>([&](auto done) { store().update(changed, &m_context, done); });
    }
    Result<void> appendText(qint64 id, const QString& text, const QString& reasoning = {})
    {
        return await<void>([&](auto done) { store().appendText(id, text, reasoning, &m_context, done); });
    }
    Result<void> remove(qint64 id)
    {
        return await<void>([&](auto done) { store().remove(id, &m_context, done); });
    }
    Result<void> restore(qint64 id)
    {
        return await<void>([&](auto done) { store().restore(id, &m_context, done); });
    }
    Result<void> saveDraft(qint64 id, const QString& text)
    {
        return await<void>([&](auto done) { store().saveDraft(id, text, &m_context, done); });
    }
    QString draft(qint64 id)
    {
        const auto found = await<QString>([&](auto done) { store().draft(id, &m_context, done); });
        EXPECT_TRUE(ok(found));
        return found.value_or(QStringLiteral("?"));
    }
    QList<qint64> listed()
    {
        QList<qint64> ids;
        const auto found = list();
        EXPECT_TRUE(ok(found));
        if (found) {
            for (const ConversationSummary& summary : *found)
                ids.append(summary.id);
        }
        return ids;
    }
    /// Everything set, to something that is not its default.
    StoredMessage full(qint64 conversation, qint64 parent)
    {
        StoredMessage made =
            message(conversation, parent, QStringLiteral("Ein Satz – 漢字 🍊\n```\ncode\n```"));
        made.role = ChatRole::Assistant;
        made.reasoning = QStringLiteral("because");
        made.model = QStringLiteral("@cf/zai-org/glm-4.7-flash");
        made.state = StoredMessage::State::Failed;
        made.finishReason = FinishReason::Truncated;
        made.usage = TokenUsage{11, 22, 3};
        made.estimate = Neurons::ofMillionths(9007199254740993);
        made.neurons = Neurons::ofMillionths(1234567);
        made.isNeuronsReported = true;
        made.latencyMs = 4321;
        made.firstTokenMs = 321;
        made.errorKind = QStringLiteral("connection-lost");
        made.errorDetail = QStringLiteral("reset");
        made.callId = newId();
        return made;
    }
};

} // namespace orangery::test
