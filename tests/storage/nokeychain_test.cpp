// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secretstore.h"
#include "storagefixture.h"
#include "tokenscan.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

/// A session without D-Bus, and so without a keychain.
class NoKeychain : public testing::Test
{
protected:
    void SetUp() override
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + QFile::encodeName(m_home.filePath(u"nothing"_s)));
        for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, QFile::encodeName(m_home.path()));
    }

    QTemporaryDir m_home;
    QObject m_context;
    const QString m_token = u"Zq8-geheim/TOKEN+äöü_0123456789"_s;
};

using Complaint_5 = NoKeychain;

TEST_F(Complaint_5, Without_a_keychain_reading_and_writing_say_so_and_nothing_goes_to_a_file)
{
    auto* write = new SecretWriteJob(u"uuid"_s, SecretString(m_token.toUtf8()), &m_context);
    std::optional<Result<void>> written;
    QObject::connect(write, &Job::finished, &m_context, [&] { written = write->result(); });
    ASSERT_TRUE(waitFor([&] { return written.has_value(); }));
    EXPECT_TRUE(failsWith(*written, ErrorKind::KeychainUnavailable));

    auto* read = new SecretReadJob(u"uuid"_s, &m_context);
    std::optional<Result<SecretString>> answer;
    QObject::connect(read, &Job::finished, &m_context, [&] { answer = read->result(); });
    ASSERT_TRUE(waitFor([&] { return answer.has_value(); }));
    EXPECT_TRUE(failsWith(*answer, ErrorKind::KeychainUnavailable));

    EXPECT_TRUE(filesWith(m_home.path(), m_token).isEmpty());
}

TEST_F(Complaint_5, A_job_that_was_canceled_or_whose_context_died_is_silent)
{
    int ended = 0;
    auto* before = new SecretReadJob(u"uuid"_s, &m_context);
    QObject::connect(before, &Job::finished, &m_context, [&, before] {
        EXPECT_TRUE(failsWith(before->result(), ErrorKind::Canceled));
        ++ended;
    });
    before->cancel();
    before->cancel();
    EXPECT_EQ(ended, 1);

    auto context = std::make_unique<QObject>();
    auto* orphan = new SecretWriteJob(u"uuid"_s, SecretString("x"), context.get());
    QObject::connect(orphan, &Job::finished, &m_context, [&] { ++ended; });
    context.reset();
    waitFor([] { return false; }, 200);
    EXPECT_EQ(ended, 1);
}

} // namespace orangery::test
