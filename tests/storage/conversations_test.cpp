// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversationstorefixture.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

TEST_F(ConversationStoreTest, The_list_is_newest_first_with_counts_and_sums)
{
    const qint64 old = makeConversation(u"old"_s);
    const qint64 middle = makeConversation(u"middle"_s);
    const qint64 fresh = makeConversation(u"fresh"_s);
    StoredMessage paid = message(old, 0, u"a"_s);
    paid.role = ChatRole::Assistant;
    paid.model = u"@cf/a"_s;
    paid.neurons = Neurons::ofMillionths(1'500'000);
    paid.createdAt = utc(u"2026-11-24T12:00:00.000"_s);
    StoredMessage more = message(old, 0, u"b"_s);
    more.neurons = Neurons::ofMillionths(2'000'001);
    more.createdAt = utc(u"2026-11-24T11:00:00.000"_s);
    ASSERT_TRUE(ok(append({paid, more})));

    const auto found = list();
    ASSERT_TRUE(ok(found));
    ASSERT_EQ(found->size(), 3);
    EXPECT_EQ(found->at(0).id, old); // its message is the newest of all
    EXPECT_EQ(found->at(0).title, u"old"_s);
    EXPECT_EQ(found->at(0).model, u"@cf/a"_s);
    EXPECT_EQ(found->at(0).messageCount, 2);
    EXPECT_EQ(found->at(0).neurons, Neurons::ofMillionths(3'500'001));
    EXPECT_EQ(found->at(0).changedAt, paid.createdAt);
    EXPECT_EQ(found->at(0).createdAt, utc(u"2026-11-24T10:00:00.000"_s));
    EXPECT_EQ(found->at(1).id, fresh);
    EXPECT_EQ(found->at(2).id, middle);
    EXPECT_EQ(found->at(2).messageCount, 0);
    EXPECT_TRUE(found->at(2).neurons.isZero());

    more.neurons = Neurons::ofMillionths(1);
    more.role = ChatRole::Assistant;
    more.model = u"@cf/b"_s;
    ASSERT_TRUE(ok(update(more)));
    EXPECT_EQ(list().value().at(0).neurons, Neurons::ofMillionths(1'500'001));
    EXPECT_EQ(list().value().at(0).model, u"@cf/b"_s);
}

TEST_F(ConversationStoreTest, Counts_and_sums_stay_true_whatever_changes_a_message)
{
    const qint64 here = makeConversation();
    const qint64 there = makeConversation();
    const auto expectTruth = [&] {
        EXPECT_EQ(
            read(u"SELECT COUNT(*) FROM conversation WHERE message_count <> (SELECT COUNT(*) FROM message "
                 u"WHERE "
                 u"conversation_id = conversation.id) OR neurons <> (SELECT COALESCE(SUM(neurons), 0) FROM "
                 u"message WHERE conversation_id = conversation.id)"_s)
                .value_or(u"?"_s),
            u"0"_s);
    };
    QList<StoredMessage> made;
    for (int i = 0; i < 4; ++i) {
        made.append(message(here, 0, u"m"_s));
        if (i > 0)
            made.last().neurons = Neurons::ofMillionths(i * 100);
    }
    ASSERT_TRUE(ok(append(made)));
    expectTruth();
    EXPECT_EQ(list().value().first().neurons.millionths(), 600);
    ASSERT_TRUE(ok(write(u"UPDATE message SET neurons = 7 WHERE id = %1"_s.arg(made.at(0).id))));
    ASSERT_TRUE(ok(write(u"UPDATE message SET neurons = NULL WHERE id = %1"_s.arg(made.at(1).id))));
    expectTruth();
    ASSERT_TRUE(
        ok(write(u"UPDATE message SET conversation_id = %1 WHERE id = %2"_s.arg(there).arg(made.at(2).id))));
    ASSERT_TRUE(ok(write(u"DELETE FROM message WHERE id = %1"_s.arg(made.at(3).id))));
    expectTruth();
    EXPECT_EQ(list().value().first().neurons.millionths(), 7);
    EXPECT_EQ(list().value().last().messageCount, 1);
}

TEST_F(ConversationStoreTest, Renaming_leaves_the_place_in_the_list)
{
    const qint64 first = makeConversation();
    const qint64 second = makeConversation();
    ASSERT_TRUE(ok(await<void>([&](auto done) { store().rename(first, u"Zitronen"_s, &m_context, done); })));
    ASSERT_EQ(listed(), (QList<qint64>{second, first}));
    EXPECT_EQ(list().value().last().title, u"Zitronen"_s);
}

TEST_F(ConversationStoreTest, Removed_ones_are_hidden_and_come_back_whole)
{
    const qint64 conversation = makeConversation();
    const qint64 other = makeConversation();
    const StoredMessage one = message(conversation, 0, u"one"_s);
    ASSERT_TRUE(ok(append({one})));
    ASSERT_TRUE(ok(saveDraft(conversation, u"half a sentence"_s)));
    const auto before = list();
    ASSERT_TRUE(ok(remove(conversation)));
    ASSERT_TRUE(ok(remove(conversation))); // twice does no harm
    EXPECT_EQ(listed(), QList<qint64>{other});
    ASSERT_TRUE(ok(restore(conversation)));
    EXPECT_EQ(list().value(), before.value());
    EXPECT_EQ(messages(conversation).value(), QList<StoredMessage>{one});
    EXPECT_EQ(draft(conversation), u"half a sentence"_s);
}

TEST_F(ConversationStoreTest, Purging_takes_what_was_hidden_before_and_nothing_else)
{
    const qint64 gone = makeConversation();
    const qint64 hidden = makeConversation();
    const qint64 seen = makeConversation();
    for (const qint64 conversation : {gone, hidden, seen}) {
        ASSERT_TRUE(ok(append({message(conversation, 0, u"text"_s)})));
        ASSERT_TRUE(ok(saveDraft(conversation, u"draft"_s)));
    }
    ASSERT_TRUE(ok(remove(gone)));
    ASSERT_TRUE(ok(remove(hidden)));
    ASSERT_TRUE(
        ok(write(u"UPDATE conversation SET deleted_at = deleted_at - 1000000 WHERE id = %1"_s.arg(gone))));
    store().purgeDeleted(QDateTime::currentDateTimeUtc().addSecs(-500));
    EXPECT_TRUE(failsWith(restore(gone), ErrorKind::StorageFailed)); // answered after the purge
    EXPECT_TRUE(messages(gone).value().isEmpty());
    EXPECT_EQ(draft(gone), QString());
    EXPECT_TRUE(ok(restore(hidden)));
    EXPECT_EQ(messages(hidden).value().size(), 1);
    EXPECT_EQ(draft(seen), u"draft"_s);
    EXPECT_EQ(messages(seen).value().size(), 1);
}

TEST_F(ConversationStoreTest, A_long_conversation_can_be_purged)
{
    // a chain longer than SQLite's depth of cascades
    const qint64 conversation = makeConversation();
    QList<StoredMessage> chain;
    for (int i = 0; i < 5000; ++i)
        chain.append(message(conversation, chain.isEmpty() ? 0 : chain.last().id, QString::number(i)));
    ASSERT_TRUE(ok(append(chain)));
    EXPECT_EQ(messages(conversation).value(), chain);
    ASSERT_TRUE(ok(remove(conversation)));
    store().purgeDeleted(QDateTime::currentDateTimeUtc().addSecs(5));
    ASSERT_TRUE(ok(write(u"SELECT 1"_s))); // comes after it
    EXPECT_EQ(read(u"SELECT COUNT(*) FROM conversation"_s).value_or(QString()), u"0"_s);
    EXPECT_EQ(read(u"SELECT COUNT(*) FROM message"_s).value_or(QString()), u"0"_s);
}

TEST_F(ConversationStoreTest, Drafts_are_kept_for_every_conversation_and_for_the_one_to_come)
{
    const qint64 conversation = makeConversation();
    EXPECT_EQ(draft(conversation), QString());
    ASSERT_TRUE(ok(saveDraft(conversation, u"first"_s)));
    ASSERT_TRUE(ok(saveDraft(conversation, u"second"_s)));
    ASSERT_TRUE(ok(saveDraft(0, u"of no conversation yet"_s)));
    close();
    EXPECT_EQ(draft(conversation), u"second"_s);
    EXPECT_EQ(draft(0), u"of no conversation yet"_s);
    ASSERT_TRUE(ok(saveDraft(conversation, QString())));
    EXPECT_EQ(draft(conversation), QString());
    EXPECT_EQ(read(u"SELECT COUNT(*) FROM draft"_s).value_or(QString()), u"1"_s);
}

} // namespace orangery::test
