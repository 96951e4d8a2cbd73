// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secretstore.h"

#include "storage/keychainlock.h"

#include <QCoreApplication>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

const auto service = "app.orangery.Orangery"_L1;

Error errorOf(const QKeychain::Job& request)
{
    switch (request.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return Error::of(ErrorKind::KeychainRefused, request.errorString());
    default:
        return Error::of(ErrorKind::KeychainUnavailable, request.errorString());
    }
}

Error silence()
{
    return Error::of(ErrorKind::KeychainUnavailable, u"the keychain did not answer in time"_s);
}

// The request belongs to nobody and deletes itself after its end: its backend calls back into it without
// asking whether it still lives, so it must not be deleted before. Who waits for it only stops to listen.
void prepare(QKeychain::Job& request, const QString& key)
{
    request.setAutoDelete(true);
    request.setInsecureFallback(false);
    request.setKey(key);
}

void stopListening(QTimer& timer, QPointer<QKeychain::Job>& request, QObject* listener)
{
    timer.stop();
    if (request)
        request->disconnect(listener);
    request.clear();
}

} // namespace

SecretReadJob::SecretReadJob(const QString& key, QObject* context, std::chrono::milliseconds patience)
    : ResultJob(context),
      m_key(key)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
}

SecretReadJob::~SecretReadJob()
{
    abort();
}

void SecretReadJob::start()
{
    auto* request = new QKeychain::ReadPasswordJob(service);
    prepare(*request, m_key);
    m_request = request;
    connect(request, &QKeychain::Job::finished, this, [this, request] {
        m_timer.stop();
        if (request->error() == QKeychain::NoError)
            finishWith(SecretString(request->textData().toUtf8()));
        else if (request->error() == QKeychain::EntryNotFound)
            finishUnlessLocked(SecretString());
        else
            finishWith(errorOf(*request));
    });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        abort();
        // somebody may be looking for the password of the keyring: that is no missing keychain
        finishUnlessLocked(silence());
    });
    m_timer.start();
    request->start();
}

void SecretReadJob::finishUnlessLocked(const Result<SecretString>& otherwise)
{
    askWhetherLocked(service, m_key, this, [this, otherwise](bool isLocked) {
        finishWith(isLocked ? Error::of(ErrorKind::KeychainRefused, u"the keyring is locked"_s) : otherwise);
    });
}

void SecretReadJob::abort()
{
    stopListening(m_timer, m_request, this);
}

SecretWriteJob::SecretWriteJob(const QString& key, const SecretString& secret, QObject* context,
                               std::chrono::milliseconds patience)
    : ResultJob(context),
      m_key(key),
      m_secret(secret)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
}

SecretWriteJob::~SecretWriteJob()
{
    abort();
}

void SecretWriteJob::start()
{
    QKeychain::Job* request = nullptr;
    if (m_secret.isEmpty()) {
        request = new QKeychain::DeletePasswordJob(service);
    } else {
        auto* write = new QKeychain::WritePasswordJob(service);
        write->setTextData(QString::fromUtf8(m_secret.reveal()));
        request = write;
    }
    prepare(*request, m_key);
    m_request = request;
    connect(request, &QKeychain::Job::finished, this, [this, request] {
        m_timer.stop();
        const bool isGone = m_secret.isEmpty() && request->error() == QKeychain::EntryNotFound;
        if (request->error() == QKeychain::NoError || isGone)
            finishWith(Result<void>());
        else
            finishWith(errorOf(*request));
    });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        abort();
        finishWith(silence());
    });
    m_timer.start();
    request->start();
}

void SecretWriteJob::abort()
{
    stopListening(m_timer, m_request, this);
}

} // namespace orangery
