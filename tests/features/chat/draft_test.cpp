// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/draft.h"

#include "features/chat/chatfixture.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::Chat;
using test::waitFor;
using test::Workshop;

} // namespace

TEST(Draft, ComesBackInItsParts)
{
    const QString odd = QStringLiteral("\x1E"
                                       "7\x1E"
                                       "x");
    for (const Draft& draft : {Draft{}, Draft{.pasted = {}, .written = QStringLiteral("two\n\nlines")},
                               Draft{.pasted = QStringLiteral("long\n\ntext"), .written = {}},
                               Draft{.pasted = QStringLiteral("long"), .written = QStringLiteral("Sum up")},
                               Draft{.pasted = {}, .written = odd}, Draft{.pasted = odd, .written = odd}})
        EXPECT_EQ(Draft::fromStored(draft.stored()), draft) << qPrintable(draft.stored());
    EXPECT_EQ(Draft::fromStored(QStringLiteral("as before")).written, QStringLiteral("as before"));
}

TEST(Draft, KeepsWhatItCannotTakeApart)
{
    for (const char* damaged : {"\x1E", "\x1E\x1E",
                                "\x1E"
                                "9\x1Eshort",
                                "\x1E-1\x1Exx",
                                "\x1E"
                                "99999999999999999999\x1Ex"}) {
        const QString stored = QString::fromLatin1(damaged);
        EXPECT_EQ(Draft::fromStored(stored).text(), stored);
    }
}

TEST(Draft, ReadsAsOneMessage)
{
    const Draft draft{.pasted = QStringLiteral("long"), .written = QStringLiteral("Sum up")};
    EXPECT_EQ(draft.text(), QStringLiteral("long\n\nSum up"));
    const Draft later{.pasted = {}, .written = QStringLiteral("please")};
    EXPECT_EQ(draft.followedBy(later).text(), QStringLiteral("long\n\nSum up\n\nplease"));
    EXPECT_EQ(Draft().followedBy(later), later);
    EXPECT_EQ(later.followedBy({}), later);
}

TEST(Draft, IsGoneOnceItsPartsAreSentAsOne)
{
    Workshop shop;
    Chat chat(shop);
    const Draft draft{.pasted = QStringLiteral("long"), .written = QStringLiteral("Sum up")};
    chat.controller.keepDraft(draft.stored());
    ASSERT_TRUE(chat.controller.send(draft.text()));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    chat.draft = QStringLiteral("not told");
    chat.controller.startNew();
    EXPECT_TRUE(chat.draft.isEmpty());
}

// The disk answers later than a person types: what it has is told all the same, so that nothing is lost.
TEST(Draft, OnDiskIsToldThoughSomethingNewIsKept)
{
    Workshop shop;
    qint64 conversation = 0;
    {
        Chat chat(shop);
        ASSERT_TRUE(chat.controller.send(QStringLiteral("Hello")));
        ASSERT_TRUE(chat.waitUntilAnswered(2));
        conversation = chat.controller.conversationId();
        chat.controller.keepDraft(QStringLiteral("from before"));
    }
    QString stored;
    ASSERT_TRUE(waitFor([&] {
        shop.conversations->draft(conversation, shop.workbench.get(),
                                  [&](const Result<QString>& draft) { stored = draft.value_or(QString()); });
        return stored == QStringLiteral("from before");
    }));
    Chat again(shop);
    QObject::connect(&again.controller, &ChatController::opened, &again.controller, [&] {
        if (again.controller.conversationId() == conversation)
            QMetaObject::invokeMethod(
                &again.controller, [&] { again.controller.keepDraft(QStringLiteral("new")); },
                Qt::QueuedConnection);
    });
    again.controller.open(conversation);
    EXPECT_TRUE(waitFor([&] { return again.draft == QStringLiteral("from before"); }));
}

} // namespace orangery
