// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/conversationlist.h"
#include "gui/common/banner.h"
#include "gui/window/windowfixture.h"
#include "service/workbench.h"
#include "support/waitfor.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTest>

namespace orangery::test {

namespace {

using S_Chat_3 = WindowFixture;
using Complaint_1 = WindowFixture;

} // namespace

// Killed in mid-stream, all but the last second of the text is there on restart.
TEST_F(S_Chat_3, KilledWhileStreamingTheTextIsThereOnRestart)
{
    QProcess child;
    child.start(qEnvironmentVariable("WINDOWHELPER"), {folder.path()});
    ASSERT_TRUE(child.waitForStarted());
    // characters that had arrived, with the time at which they had
    QList<std::pair<qint64, qint64>> arrived;
    QElapsedTimer clock;
    clock.start();
    ASSERT_TRUE(waitFor(
        [&] {
            while (child.canReadLine())
                arrived.append({clock.elapsed(), child.readLine().trimmed().toLongLong()});
            return arrived.size() > 2 && arrived.last().first - arrived.first().first > 4000;
        },
        60000));
    const qint64 killedAt = clock.elapsed();
    child.kill();
    ASSERT_TRUE(child.waitForFinished());
    qint64 aSecondBefore = 0;
    for (const auto& [when, characters] : arrived) {
        // half a second more for a machine that is busy with other tests
        if (when < killedAt - 1500)
            aSecondBefore = characters;
    }
    ASSERT_GT(aSecondBefore, 100);

    start();
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 1; }));
    chat().open(services->conversations().at(0).id);
    ASSERT_TRUE(waitFor([&] { return chat().messages().size() == 2; }));
    EXPECT_EQ(chat().messages()[0].text, QStringLiteral("Write 5000 words"));
    EXPECT_EQ(chat().messages()[1].state, StoredMessage::State::Interrupted);
    EXPECT_GE(chat().messages()[1].text.size(), aSecondBefore);
    shoot(QStringLiteral("chat-interrupted"));
}

TEST_F(Complaint_1, AFullStoreRefusesToSendAndKeepsTheText)
{
    // a folder in the database's place cannot be opened, whoever runs the test
    const QString inTheWay = folder.path() + QStringLiteral("/orangery.sqlite");
    ASSERT_TRUE(QDir().mkdir(inTheWay));
    start();
    useAccount();
    EXPECT_TRUE(services->workbench().storageProblem());
    type(QStringLiteral("precious"));
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    EXPECT_EQ(find<QPlainTextEdit>("promptEdit").toPlainText(), QStringLiteral("precious"));
    EXPECT_TRUE(window->findChild<Banner*>()->isVisible());
    for (const QJsonValue& seen : service->state().value(QLatin1String("requests")).toArray())
        EXPECT_FALSE(seen[QLatin1String("path")].toString().contains(QLatin1String("/ai/run/")));
    shoot(QStringLiteral("chat-nostorage"));

    ASSERT_TRUE(QDir().rmdir(inTheWay));
    services->workbench().retryStorage();
    ASSERT_TRUE(waitFor([&] { return !services->workbench().storageProblem(); }));
    EXPECT_FALSE(window->findChild<Banner*>()->isVisible());
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    EXPECT_TRUE(waitUntilAnswered());
}

} // namespace orangery::test
