// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/model.h"
#include "gui/chat/errorbanner.h"
#include "gui/desk.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <chrono>

namespace orangery {

class Banner;

/// What the banner of the Chat tab says: errors with their cures, the countdown of the quota, waiting
/// retries.
class ChatBanners : public QObject
{
    Q_OBJECT

public:
    ChatBanners(Banner& banner, Desk desk, QObject* parent);

    /// Stays until clearErrors() or until its cause has gone.
    void show(const Error& error);
    /// Takes away what belongs to the last send. A storage problem stays as long as it lasts.
    void clearErrors();
    void clearRetry();
    void showQuota(bool isUsedUp);
    void showRetrying(const Error& error, std::chrono::milliseconds pause, int attempt);
    void showLeftOut(int messages);

signals:
    void tryAgainRequested();
    void otherModelRequested();
    /// This model in place of the busy one.
    void alternativeRequested(const QString& modelId);
    /// Although the service called the quota used up.
    void sendAnywayRequested();
    void budgetSettingsRequested();
    void accountSettingsRequested();
    void networkSettingsRequested();

private:
    void post(const Error& error, const QList<ErrorCure>& cures, const QString& emphasis = {});
    void act(const QString& id, int index);
    void carryOut(ErrorCure cure);
    void followModel();
    void showSuccession();
    void takeSuccessor();
    void showStorageProblem();
    void countDown();

    Banner& m_banner;
    Desk m_desk;
    QTimer m_second;
    QHash<QString, QList<ErrorCure>> m_cures; ///< by the banner's id
    std::optional<Model> m_alternative;       ///< to the busy model
    QString m_failedModel;                    ///< that the last error is about
    std::optional<Model> m_successor;         ///< of the chat's model, which ends
    QList<QString> m_shown;                   ///< ids of the errors of the last send
    QList<QString> m_storageIds;              ///< of problems that last
    Error m_retryError;
    int m_retryAttempt = 0;
    std::chrono::steady_clock::time_point m_retryAt;
    bool m_isUsedUp = false;
    bool m_isRetrying = false;
};

} // namespace orangery
