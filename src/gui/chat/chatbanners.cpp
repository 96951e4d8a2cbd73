// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatbanners.h"

#include "gui/chat/errorbanner.h"
#include "gui/common/banner.h"
#include "gui/common/numbers.h"
#include "service/workbench.h"

#include <QLocale>

namespace orangery {

namespace {

const QString retryId = QStringLiteral("retrying");
const QString leftOutId = QStringLiteral("left-out");

bool isOfStorage(ErrorKind kind)
{
    return kind >= ErrorKind::StorageFull && kind <= ErrorKind::StorageFailed;
}

} // namespace

ChatBanners::ChatBanners(Banner& banner, Desk desk, QObject* parent)
    : QObject(parent),
      m_banner(banner),
      m_desk(desk)
{
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &ChatBanners::countDown);
    connect(&m_banner, &Banner::actionTriggered, this, &ChatBanners::act);
    connect(&desk.workbench, &Workbench::storageProblemChanged, this, &ChatBanners::showStorageProblem);
    showStorageProblem();
}

void ChatBanners::show(const Error& error)
{
    clearErrors();
    if (error.kind == ErrorKind::QuotaExhausted)
        return showQuota(true);
    const BannerMessage message = ErrorBanner::of(error);
    m_banner.post(message);
    if (isOfStorage(error.kind) && m_desk.workbench.storageProblem())
        m_storageIds.append(message.id);
    else
        m_shown.append(message.id);
}

void ChatBanners::clearErrors()
{
    for (const QString& id : std::exchange(m_shown, {}))
        m_banner.remove(id);
    clearRetry();
}

void ChatBanners::clearRetry()
{
    m_banner.remove(retryId);
    m_isRetrying = false;
}

void ChatBanners::showStorageProblem()
{
    for (const QString& id : std::exchange(m_storageIds, {}))
        m_banner.remove(id);
    if (const std::optional<Error>& problem = m_desk.workbench.storageProblem())
        show(*problem);
}

void ChatBanners::showQuota(bool isUsedUp)
{
    m_isUsedUp = isUsedUp;
    if (!isUsedUp) {
        m_banner.remove(ErrorBanner::idOf(ErrorKind::QuotaExhausted));
        return;
    }
    if (!m_second.isActive())
        m_second.start();
    countDown();
}

void ChatBanners::showRetrying(const Error& error, std::chrono::milliseconds pause, int attempt)
{
    m_retryError = error;
    m_retryAttempt = attempt;
    m_retryAt = std::chrono::steady_clock::now() + pause;
    m_isRetrying = true;
    m_second.start();
    countDown();
}

void ChatBanners::showLeftOut(int messages)
{
    if (messages == 0)
        return m_banner.remove(leftOutId);
    BannerMessage message;
    message.id = leftOutId;
    message.icon = QStringLiteral("info");
    message.title = tr("The oldest messages no longer fit");
    message.text =
        tr("%n message(s) at the start were not sent to the model this time. They stay in the chat.", nullptr,
           messages);
    m_banner.post(message);
    m_shown.append(leftOutId);
}

void ChatBanners::countDown()
{
    const QuotaClock& clock = m_desk.workbench.clock();
    if (m_isUsedUp) {
        BannerMessage message = ErrorBanner::of(Error::of(ErrorKind::QuotaExhausted));
        message.emphasis = Numbers::countdown(clock.untilReset().count());
        const QDateTime reset = clock.nextReset().addMSecs(-clock.offset().count()).toLocalTime();
        message.text = tr("Next allowance in %1, at %2 (00:00 UTC). Your draft is kept.")
                           .arg(message.emphasis, QLocale().toString(reset.time(), QLocale::ShortFormat));
        m_banner.post(message);
    }
    if (m_isRetrying) {
        const auto left = m_retryAt - std::chrono::steady_clock::now();
        const qint64 seconds = qMax<qint64>(1, std::chrono::ceil<std::chrono::seconds>(left).count());
        BannerMessage message = ErrorBanner::of(m_retryError);
        message.id = retryId;
        message.accent = Accent::Info;
        message.emphasis = tr("%1 s", "seconds").arg(seconds);
        message.text = tr("Trying again in %1 (attempt %2 of 3). Stop ends it.")
                           .arg(message.emphasis)
                           .arg(m_retryAttempt);
        message.actions.clear();
        m_banner.post(message);
    }
    if (!m_isUsedUp && !m_isRetrying)
        m_second.stop();
}

void ChatBanners::act(const QString& id, int index)
{
    const std::optional<ErrorKind> kind = ErrorBanner::kindOfId(id);
    const QList<ErrorCure> cures = kind ? ErrorBanner::curesFor(*kind) : QList<ErrorCure>();
    switch (cures.value(index, ErrorCure::None)) {
    case ErrorCure::TryAgain:
        return emit tryAgainRequested();
    case ErrorCure::OtherModel:
        return emit otherModelRequested();
    case ErrorCure::CheckToken:
        return emit accountSettingsRequested();
    case ErrorCure::NetworkSettings:
        return emit networkSettingsRequested();
    case ErrorCure::RetryStorage:
        return m_desk.workbench.retryStorage();
    case ErrorCure::None:
        break;
    }
}

} // namespace orangery
