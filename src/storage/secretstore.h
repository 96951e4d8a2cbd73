// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/secretstring.h"

#include <QPointer>
#include <QString>
#include <QTimer>
#include <chrono>

namespace QKeychain {
class Job;
}

namespace orangery {

/// How long the keychain may take to answer.
constexpr std::chrono::milliseconds keychainPatience = std::chrono::seconds(10);

/// The OS keychain, service `app.orangery.Orangery`. Each job ends in KeychainUnavailable when no keychain
/// answers (within 10 s) and KeychainRefused when it is locked or says no. A missing key reads as an empty
/// secret. There is no other place: without a keychain nothing is stored. GUI thread only.
///
/// A request that has reached the keychain cannot be taken back: after cancel() or the time-out a write may
/// still happen, unseen.
class SecretReadJob : public ResultJob<SecretString>
{
    Q_OBJECT

public:
    SecretReadJob(const QString& key, QObject* context,
                  std::chrono::milliseconds patience = keychainPatience);
    ~SecretReadJob() override;

protected:
    void start() override;
    void abort() override;

private:
    void finishUnlessLocked(const Result<SecretString>& otherwise);

    QString m_key;
    QTimer m_timer;
    QPointer<QKeychain::Job> m_request;
};

/// An empty secret deletes the key.
class SecretWriteJob : public ResultJob<void>
{
    Q_OBJECT

public:
    SecretWriteJob(const QString& key, const SecretString& secret, QObject* context,
                   std::chrono::milliseconds patience = keychainPatience);
    ~SecretWriteJob() override;

protected:
    void start() override;
    void abort() override;

private:
    QString m_key;
    SecretString m_secret;
    QTimer m_timer;
    QPointer<QKeychain::Job> m_request;
};

} // namespace orangery
