// SPDX-License-Identifier: GPL-3.0-or-later
#include "conversationstorefixture.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace orangery::test {

TEST_F(ConversationStoreTest, A_message_comes_back_as_it_was)
{
    const qint64 conversation = makeConversation();
    StoredMessage plain = message(conversation, 0, QString());
    const StoredMessage rich = full(conversation, plain.id);
    ASSERT_TRUE(ok(append({plain, rich})));
    const auto found = messages(conversation);
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(*found, (QList<StoredMessage>{plain, rich}));
}

TEST_F(ConversationStoreTest, Every_name_of_an_enumeration_comes_back)
{
    const qint64 conversation = makeConversation();
    QList<StoredMessage> all;
    for (const auto role : {ChatRole::System, ChatRole::User, ChatRole::Assistant}) {
        all.append(message(conversation, 0, u"r"_s));
        all.last().role = role;
    }
    for (const auto state :
         {StoredMessage::State::Done, StoredMessage::State::Streaming, StoredMessage::State::Stopped,
          StoredMessage::State::Interrupted, StoredMessage::State::Failed})
        all.append(message(conversation, 0, u"s"_s, state));
    for (const auto reason : {FinishReason::Stop, FinishReason::Length, FinishReason::ToolCalls,
                              FinishReason::ContentFilter, FinishReason::Truncated, FinishReason::Unknown}) {
        all.append(message(conversation, 0, u"f"_s));
        all.last().finishReason = reason;
    }
    ASSERT_TRUE(ok(append(all)));
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()), all);
    // by name, so that their order in the source may change
    EXPECT_EQ(read(u"SELECT group_concat(DISTINCT role) FROM message"_s).value_or(QString()),
              u"system,user,assistant"_s);
    ASSERT_TRUE(
        ok(write(u"UPDATE message SET role = 'tool', state = 'dreaming', finish_reason = 'bored'"_s)));
    const auto strange = messages(conversation);
    ASSERT_TRUE(ok(strange));
    EXPECT_EQ(strange->first().role, ChatRole::User);
    EXPECT_EQ(strange->first().state, StoredMessage::State::Done);
    EXPECT_EQ(strange->first().finishReason, FinishReason::Unknown);
}

TEST_F(ConversationStoreTest, Update_replaces_every_column)
{
    const qint64 conversation = makeConversation();
    const StoredMessage first = message(conversation, 0, u"question"_s);
    StoredMessage answer = message(conversation, first.id, QString(), StoredMessage::State::Streaming);
    ASSERT_TRUE(ok(append({first, answer})));
    StoredMessage changed = full(conversation, first.id);
    changed.id = answer.id;
    ASSERT_TRUE(ok(update(changed)));
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()),
              (QList<StoredMessage>{first, changed}));
    ASSERT_TRUE(ok(update(answer))); // and back to nothing
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()), (QList<StoredMessage>{first, answer}));
}

TEST_F(ConversationStoreTest, What_is_not_there_is_an_error_and_never_silence)
{
    EXPECT_TRUE(failsWith(appendText(77, u"lost?"_s), ErrorKind::StorageFailed));
    EXPECT_TRUE(failsWith(update(message(makeConversation(), 0, u"x"_s)), ErrorKind::StorageFailed));
    EXPECT_TRUE(failsWith(remove(77), ErrorKind::StorageFailed));
    EXPECT_TRUE(failsWith(restore(77), ErrorKind::StorageFailed));
    EXPECT_TRUE(failsWith(await<void>([&](auto done) { store().rename(77, u"x"_s, &m_context, done); }),
                          ErrorKind::StorageFailed));
    EXPECT_TRUE(failsWith(append({message(77, 0, u"x"_s)}), ErrorKind::StorageFailed));
    EXPECT_FALSE(database().problem().has_value()); // wrong calls are no trouble of the disk
}

TEST_F(ConversationStoreTest, Append_is_all_or_nothing)
{
    const qint64 conversation = makeConversation();
    const StoredMessage good = message(conversation, 0, u"good"_s);
    StoredMessage twice = message(conversation, good.id, u"twice"_s);
    twice.id = good.id;
    EXPECT_TRUE(failsWith(append({good, twice}), ErrorKind::StorageFailed));
    EXPECT_TRUE(messages(conversation).value_or(QList{good}).isEmpty());
    EXPECT_TRUE(failsWith(append({good, message(conversation, 4711, u"no such parent"_s)}),
                          ErrorKind::StorageFailed));
    EXPECT_TRUE(messages(conversation).value_or(QList{good}).isEmpty());
    EXPECT_TRUE(ok(append({good})));
    EXPECT_TRUE(ok(append({})));
}

TEST_F(ConversationStoreTest, A_parent_lies_in_the_same_conversation)
{
    const qint64 here = makeConversation();
    const qint64 there = makeConversation();
    const StoredMessage parent = message(here, 0, u"parent"_s);
    ASSERT_TRUE(ok(append({parent})));
    EXPECT_TRUE(failsWith(append({message(there, parent.id, u"child"_s)}), ErrorKind::StorageFailed));
}

TEST_F(ConversationStoreTest, A_tree_comes_with_parents_before_children)
{
    const qint64 conversation = makeConversation();
    // ids against the order of the tree, as after a clock that was set back
    QList<StoredMessage> tree;
    for (int i = 0; i < 6; ++i)
        tree.append(message(conversation, 0, QString::number(i)));
    std::reverse(tree.begin(), tree.end());
    tree[1].parentId = tree[0].id;
    tree[2].parentId = tree[0].id;
    tree[3].parentId = tree[1].id;
    tree[4].parentId = tree[3].id;
    tree[5].parentId = tree[2].id;
    ASSERT_TRUE(ok(append(tree)));
    const auto found = messages(conversation);
    ASSERT_TRUE(ok(found));
    ASSERT_EQ(found->size(), 6);
    QList<qint64> seen = {0};
    for (const StoredMessage& one : *found) {
        EXPECT_TRUE(seen.contains(one.parentId)) << qPrintable(one.text);
        seen.append(one.id);
    }
}

TEST_F(ConversationStoreTest, A_ring_in_a_damaged_file_is_still_shown)
{
    const qint64 conversation = makeConversation();
    const StoredMessage a = message(conversation, 0, u"a"_s);
    const StoredMessage b = message(conversation, a.id, u"b"_s);
    ASSERT_TRUE(ok(append({a, b})));
    ASSERT_TRUE(ok(write(u"UPDATE message SET parent_id = %1 WHERE id = %2"_s.arg(b.id).arg(a.id))));
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 2);
}

TEST_F(ConversationStoreTest, Streamed_pieces_add_up)
{
    const qint64 conversation = makeConversation();
    const StoredMessage answer = message(conversation, 0, QString(), StoredMessage::State::Streaming);
    ASSERT_TRUE(ok(append({answer})));
    QString text, reasoning;
    for (int i = 0; i < 40; ++i) {
        const QString piece = u"stück %1 🍊\n"_s.arg(i);
        const QString thought = i % 3 == 0 ? u"denk %1"_s.arg(i) : QString();
        ASSERT_TRUE(ok(appendText(answer.id, piece, thought)));
        text += piece;
        reasoning += thought;
    }
    const auto found = messages(conversation);
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(found->first().text, text);
    EXPECT_EQ(found->first().reasoning, reasoning);
    EXPECT_EQ(found->first().state, StoredMessage::State::Streaming);
}

TEST_F(ConversationStoreTest, Enormous_and_odd_texts_are_kept)
{
    const qint64 conversation = makeConversation();
    QList<StoredMessage> odd = {message(conversation, 0, QString(1 << 20, u'x')),
                                message(conversation, 0, u"a\0b"_s),
                                message(conversation, 0, u"\u202eright to left \u200f שלום"_s),
                                message(conversation, 0, u"'; DROP TABLE message; --"_s),
                                message(conversation, 0, u"code\n"_s.repeated(10000))};
    ASSERT_TRUE(ok(append(odd)));
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()), odd);
    ASSERT_TRUE(ok(appendText(odd.at(1).id, u"\0c"_s)));
    EXPECT_EQ(messages(conversation).value_or(odd).at(1).text, u"a\0b\0c"_s);
}

TEST_F(ConversationStoreTest, What_a_crash_left_streaming_is_marked)
{
    const qint64 conversation = makeConversation();
    const StoredMessage done = message(conversation, 0, u"done"_s);
    const StoredMessage cut = message(conversation, done.id, u"cut"_s, StoredMessage::State::Streaming);
    ASSERT_TRUE(ok(append({done, cut})));
    const auto recover = [&] {
        return await<int>([&](auto done_) { store().recoverInterrupted(&m_context, done_); });
    };
    EXPECT_EQ(recover().value_or(-1), 1);
    EXPECT_EQ(recover().value_or(-1), 0);
    const auto found = messages(conversation);
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(found->at(0).state, StoredMessage::State::Done);
    EXPECT_EQ(found->at(1).state, StoredMessage::State::Interrupted);
    EXPECT_EQ(found->at(1).text, u"cut"_s);
    // another process that was still streaming it goes on and has the last word
    ASSERT_TRUE(ok(appendText(cut.id, u", or not"_s)));
    EXPECT_EQ(messages(conversation).value().at(1).text, u"cut, or not"_s);
}

TEST_F(ConversationStoreTest, What_another_process_is_streaming_is_left_alone)
{
    const qint64 conversation = makeConversation();
    const StoredMessage running = message(conversation, 0, u"half"_s, StoredMessage::State::Streaming);
    ASSERT_TRUE(ok(append({running})));
    Database second(folder());
    ConversationStore other(second);
    EXPECT_EQ(await<int>([&](auto done) { other.recoverInterrupted(&m_context, done); }).value_or(-1), 0);
    EXPECT_EQ(messages(conversation).value().at(0).state, StoredMessage::State::Streaming);
}

} // namespace orangery::test
