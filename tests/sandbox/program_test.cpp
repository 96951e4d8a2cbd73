// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"
#include "sandbox/wireclient.h"

#include <QProcess>
#include <gtest/gtest.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

class SandboxProgram : public testing::Test
{
protected:
    ~SandboxProgram() override
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    /// The lines it printed on its way up.
    QStringList start(const QStringList& arguments)
    {
        process.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
        QByteArray text;
        while (text.count('\n') < 3 && process.waitForReadyRead(20'000))
            text += process.readAllStandardOutput();
        return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    }
    int run(const QStringList& arguments)
    {
        process.start(QStringLiteral(SANDBOX_PROGRAM), arguments);
        process.waitForFinished(20'000);
        return process.exitCode();
    }

    QProcess process;
};

TEST_F(SandboxProgram, PrintsWhereItListensAndServes)
{
    const QStringList lines = start({u"--latency"_s, u"0"_s, u"--tokens-per-second"_s, u"0"_s, u"--quota"_s,
                                     u"0"_s, u"--plan"_s, u"free"_s});
    ASSERT_EQ(lines.size(), 3);
    ASSERT_TRUE(lines[0].startsWith(u"listening on http://127.0.0.1:"));
    EXPECT_EQ(lines[1], u"account "_s + Sandbox::accountId());
    EXPECT_EQ(lines[2], u"token "_s + Sandbox::token());
    const WireClient client(QUrl(lines[0].mid(13)), Sandbox::token());
    EXPECT_EQ(client.get(u"/user/tokens/verify"_s).status, 200);
    EXPECT_EQ(client
                  .post(u"/accounts/"_s + Sandbox::accountId() + u"/ai/run/@cf/meta/llama-3.2-1b-instruct"_s,
                        R"({"prompt":"x"})")
                  .code(),
              3036)
        << "a quota of 0";
}

TEST_F(SandboxProgram, EndsCleanlyOnATerm)
{
    ASSERT_EQ(start({}).size(), 3);
    process.terminate();
    ASSERT_TRUE(process.waitForFinished(20'000));
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 0);
}

TEST_F(SandboxProgram, TakenPortIsASentenceAndOne)
{
    Sandbox sandbox;
    ASSERT_TRUE(sandbox.start());
    EXPECT_EQ(run({u"--port"_s, QString::number(sandbox.port())}), 1);
    EXPECT_TRUE(process.readAllStandardError().contains(QByteArray::number(sandbox.port())));
    EXPECT_TRUE(process.readAllStandardOutput().isEmpty());
}

TEST_F(SandboxProgram, ArgumentsAreChecked)
{
    for (const QStringList& arguments :
         {QStringList{u"--port"_s, u"70000"_s}, QStringList{u"--quota"_s, u"much"_s},
          QStringList{u"--plan"_s, u"gold"_s}, QStringList{u"extra"_s}, QStringList{u"--unknown"_s}}) {
        EXPECT_EQ(run(arguments), 1) << arguments.join(u' ').toStdString();
        EXPECT_FALSE(process.readAllStandardError().isEmpty());
    }
    EXPECT_EQ(run({u"--version"_s}), 0);
    EXPECT_EQ(process.readAllStandardOutput(), "orangery-sandbox " ORANGERY_VERSION "\n");
    EXPECT_EQ(run({u"--help"_s}), 0);
    EXPECT_TRUE(process.readAllStandardOutput().contains("--clock-offset"));
}

} // namespace orangery::test
