// SPDX-License-Identifier: GPL-3.0-or-later
// Runs under tests/support/with-keyring: a real secret service, and a HOME of its own.
#include "storage/secretstore.h"

#include "storage/settings.h"
#include "storagefixture.h"
#include "tokenscan.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <csignal>

using namespace Qt::StringLiterals;

namespace orangery::test {

class SecretStoreTest : public testing::Test
{
protected:
    Result<SecretString> read(const QString& key)
    {
        auto* job = new SecretReadJob(key, &m_context);
        std::optional<Result<SecretString>> answer;
        QObject::connect(job, &Job::finished, &m_context, [&] { answer = job->result(); });
        EXPECT_TRUE(waitFor([&] { return answer.has_value(); }));
        return answer.value_or(Error::of(ErrorKind::TimedOut));
    }
    Result<void> write(const QString& key, const QByteArray& secret)
    {
        auto* job = new SecretWriteJob(key, SecretString(secret), &m_context);
        std::optional<Result<void>> answer;
        QObject::connect(job, &Job::finished, &m_context, [&] { answer = job->result(); });
        EXPECT_TRUE(waitFor([&] { return answer.has_value(); }));
        return answer.value_or(Error::of(ErrorKind::TimedOut));
    }
    static pid_t daemon()
    {
        return pid_t(
            QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s).value());
    }
    static QString home() { return QDir::homePath(); }

    QObject m_context;
    const QString m_token = u"Zq8-geheim/TOKEN+äöü_0123456789"_s;
};

/// Stops the secret service from answering, for the life of this object.
class Silence
{
public:
    explicit Silence(pid_t daemon) : m_daemon(daemon) { ::kill(m_daemon, SIGSTOP); }
    ~Silence() { end(); }
    void end()
    {
        if (m_daemon > 0)
            ::kill(m_daemon, SIGCONT);
        m_daemon = 0;
    }

private:
    pid_t m_daemon;
};

TEST_F(SecretStoreTest, A_secret_comes_back_as_it_was)
{
    const QByteArray long_(5000, 'k');
    for (const QByteArray& secret :
         {m_token.toUtf8(), QByteArray("a"), long_, QByteArray(" with spaces \n")}) {
        ASSERT_TRUE(ok(write(u"uuid"_s, secret)));
        const auto found = read(u"uuid"_s);
        ASSERT_TRUE(ok(found));
        EXPECT_EQ(found->reveal(), secret);
    }
    ASSERT_TRUE(ok(write(u"other"_s, "second")));
    EXPECT_EQ(read(u"uuid"_s).value().reveal(), QByteArray(" with spaces \n"));
    EXPECT_EQ(read(u"other"_s).value().reveal(), QByteArray("second"));
}

TEST_F(SecretStoreTest, A_missing_key_reads_as_an_empty_secret_and_can_be_deleted)
{
    const auto missing = read(u"never written"_s);
    ASSERT_TRUE(ok(missing));
    EXPECT_TRUE(missing->isEmpty());
    EXPECT_TRUE(ok(write(u"never written"_s, QByteArray())));
    ASSERT_TRUE(ok(write(u"uuid"_s, "x")));
    EXPECT_TRUE(ok(write(u"uuid"_s, QByteArray())));
    EXPECT_TRUE(read(u"uuid"_s).value().isEmpty());
}

TEST_F(SecretStoreTest, A_keychain_that_does_not_answer_is_given_up_and_its_late_answer_ignored)
{
    ASSERT_TRUE(ok(write(u"uuid"_s, "kept")));
    Silence silence(daemon());
    int ended = 0;
    auto* job = new SecretReadJob(u"uuid"_s, &m_context, std::chrono::milliseconds(200));
    QObject::connect(job, &Job::finished, &m_context, [&] {
        EXPECT_TRUE(failsWith(job->result(), ErrorKind::KeychainUnavailable));
        ++ended;
    });
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    auto* queued =
        new SecretWriteJob(u"uuid"_s, SecretString("late"), &m_context, std::chrono::milliseconds(200));
    QObject::connect(queued, &Job::finished, &m_context, [&] {
        EXPECT_TRUE(failsWith(queued->result(), ErrorKind::KeychainUnavailable));
        ++ended;
    });
    ASSERT_TRUE(waitFor([&] { return ended == 2; }));
    silence.end();
    // both late answers arrive now, before this one's
    EXPECT_TRUE(ok(read(u"uuid"_s)));
    EXPECT_EQ(ended, 2);
}

TEST_F(SecretStoreTest, Canceling_and_destroying_running_jobs_is_harmless)
{
    Silence silence(daemon());
    int ended = 0;
    auto* canceled = new SecretReadJob(u"uuid"_s, &m_context);
    QObject::connect(canceled, &Job::finished, &m_context, [&] {
        EXPECT_TRUE(failsWith(canceled->result(), ErrorKind::Canceled));
        ++ended;
    });
    auto context = std::make_unique<QObject>();
    auto* orphan = new SecretWriteJob(u"orphan"_s, SecretString("x"), context.get());
    QObject::connect(orphan, &Job::finished, &m_context, [&] { ++ended; });
    waitFor([] { return false; }, 100); // both have begun
    canceled->cancel();
    context.reset();
    EXPECT_EQ(ended, 1);
    silence.end();
    EXPECT_TRUE(ok(write(u"uuid"_s, "after")));
    EXPECT_EQ(read(u"uuid"_s).value().reveal(), QByteArray("after"));
    EXPECT_EQ(ended, 1);
}

TEST_F(SecretStoreTest, A_locked_keychain_says_no)
{
    ASSERT_TRUE(ok(write(u"uuid"_s, "kept")));
    auto lock = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                               u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    lock << QVariant::fromValue(
        QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)});
    const auto reply = QDBusConnection::sessionBus().call(lock);
    ASSERT_EQ(reply.type(), QDBusMessage::ReplyMessage) << qPrintable(reply.errorMessage());
    // nobody is there to type the password
    EXPECT_TRUE(failsWith(read(u"uuid"_s), ErrorKind::KeychainRefused));
    EXPECT_TRUE(failsWith(write(u"uuid"_s, "new"), ErrorKind::KeychainRefused));
}

/// Complaint 5: the token lies in a file.
class Complaint_5 : public SecretStoreTest
{};

TEST_F(Complaint_5, The_token_lies_in_the_keychain_and_in_no_file)
{
    Account account;
    account.uuid = u"11111111-2222-3333-4444-555555555555"_s;
    account.accountId = QString(32, u'a');
    account.name = u"Büro"_s;
    account.baseUrl = defaultBaseUrl();
    const Folders folders = Folders::below(home() + u"/orangery"_s);
    {
        ASSERT_TRUE(ok(write(account.uuid, m_token.toUtf8())));
        Settings settings(folders.config);
        settings.setAccounts({account});
        settings.setCurrentAccount(account.uuid);
        Database database(folders.data);
        Reservation reservation;
        reservation.id = newId();
        reservation.accountUuid = account.uuid;
        reservation.startedAt = QDateTime::currentDateTimeUtc();
        EXPECT_TRUE(
            ok(await<Grant>([&](auto done) { Ledger(database).reserve(reservation, &m_context, done); })));
    }
    EXPECT_EQ(read(account.uuid).value().reveal(), m_token.toUtf8());
    EXPECT_TRUE(QFile::exists(folders.config + u"/settings.ini"_s));
    EXPECT_TRUE(QFile::exists(folders.data + u"/orangery.sqlite"_s));
    EXPECT_EQ(filesWith(home(), m_token), QStringList());

    // the scan does find what is there, in each spelling
    for (const QByteArray& spelling :
         {m_token.toUtf8(), QByteArray(reinterpret_cast<const char*>(m_token.utf16()), m_token.size() * 2),
          ("x:" + m_token.toUtf8()).toBase64(), ("Bearer " + m_token.toUtf8()).toBase64(),
          QUrl::toPercentEncoding(m_token)}) {
        QFile decoy(home() + u"/decoy"_s);
        ASSERT_TRUE(decoy.open(QIODevice::WriteOnly));
        decoy.write("before " + spelling + " after");
        decoy.close();
        EXPECT_EQ(filesWith(home(), m_token), QStringList{decoy.fileName()}) << spelling.constData();
        ASSERT_TRUE(decoy.remove());
    }
}

} // namespace orangery::test
