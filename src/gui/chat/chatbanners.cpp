// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatbanners.h"

#include "core/pricebook.h"
#include "features/chat/chatcontroller.h"
#include "gui/common/banner.h"
#include "gui/common/numbers.h"
#include "service/preferences.h"
#include "service/workbench.h"

#include <QLocale>

namespace orangery {

namespace {

const QString retryId = QStringLiteral("retrying");
const QString leftOutId = QStringLiteral("left-out");
const QString successionId = QStringLiteral("succession");
constexpr int noticeDays = 30; ///< before a model ends

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
    connect(&desk.chat, &ChatController::modelChanged, this, &ChatBanners::followModel);
    showStorageProblem();
    showSuccession();
}

void ChatBanners::show(const Error& error)
{
    clearErrors();
    if (error.kind == ErrorKind::QuotaExhausted)
        return showQuota(true);
    m_failedModel = m_desk.chat.model();
    QList<ErrorCure> cures = ErrorBanner::curesFor(error.kind);
    if (error.kind == ErrorKind::Busy) {
        m_alternative = m_desk.workbench.alternativeTo(m_desk.chat.model());
        if (m_alternative)
            cures = {ErrorCure::TryAgain, ErrorCure::Alternative};
    }
    post(error, cures);
    const QString id = ErrorBanner::idOf(error.kind);
    if (isOfStorage(error.kind) && m_desk.workbench.storageProblem())
        m_storageIds.append(id);
    else
        m_shown.append(id);
}

void ChatBanners::post(const Error& error, const QList<ErrorCure>& cures, const QString& emphasis)
{
    BannerMessage message = ErrorBanner::of(error, cures, m_alternative ? m_alternative->name() : QString());
    message.emphasis = emphasis;
    m_cures.insert(message.id, cures);
    m_banner.post(message);
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
        Error error = Error::of(ErrorKind::QuotaExhausted);
        const QString countdown = Numbers::countdown(clock.untilReset().count());
        const QDateTime reset = clock.nextReset().addMSecs(-clock.offset().count()).toLocalTime();
        error.message = tr("Next allowance in %1, at %2 (00:00 UTC). Your draft is kept.")
                            .arg(countdown, QLocale().toString(reset.time(), QLocale::ShortFormat));
        // what only the service says may have changed there: a plan, another day
        const bool isSaidByService = m_desk.workbench.quota().isExhaustedByService;
        post(error,
             isSaidByService ? QList{ErrorCure::SendAnyway, ErrorCure::OtherModel}
                             : QList{ErrorCure::OtherModel},
             countdown);
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

// What only the last model's answer could cure is no more to the point.
void ChatBanners::followModel()
{
    showSuccession();
    if (m_desk.chat.model() == m_failedModel)
        return;
    for (const ErrorKind kind : {ErrorKind::Busy, ErrorKind::LicenceNotAgreed}) {
        const QString id = ErrorBanner::idOf(kind);
        if (m_shown.removeAll(id) > 0)
            m_banner.remove(id);
    }
}

// Nobody is moved to another model, which may be dearer, without a word.
void ChatBanners::showSuccession()
{
    const Model model = m_desk.workbench.modelOf(m_desk.chat.model());
    const QDate today = m_desk.workbench.clock().utcDay();
    const bool isEnding = model.deprecated || (model.endsOn && today.daysTo(*model.endsOn) <= noticeDays);
    m_successor = isEnding ? m_desk.workbench.models().successorOf(model.id) : std::nullopt;
    const bool isNamed = m_successor.has_value();
    if (isEnding && !isNamed)
        m_successor = m_desk.workbench.alternativeTo(model.id);
    if (!m_successor)
        return m_banner.remove(successionId);
    BannerMessage message;
    message.id = successionId;
    message.accent = Accent::Neutral; // it is no news, and hides no error
    message.icon = QStringLiteral("calendar");
    message.title =
        model.deprecated || !model.endsOn
            ? tr("%1 has ended").arg(model.name())
            : tr("%1 ends on %2").arg(model.name(), QLocale().toString(*model.endsOn, QLocale::LongFormat));
    const auto usual = [this](const Model& priced) {
        const auto price = pricebook::chat(priced, m_desk.workbench.usualChat());
        return price ? Numbers::estimate(*price) : tr("an unknown price");
    };
    const QString sentence = isNamed ? tr("%1 takes its place. Your usual message costs %2 there, %3 here.")
                                     : tr("%1 can do the same. Your usual message costs %2 there, %3 here.");
    message.text = sentence.arg(m_successor->name(), usual(*m_successor), usual(model));
    message.actions = {{tr("Use %1").arg(m_successor->name()), QStringLiteral("model")},
                       {tr("Other model"), {}}};
    m_banner.post(message);
}

void ChatBanners::takeSuccessor()
{
    const QString ended = m_desk.chat.model();
    QStringList favourites = m_desk.preferences.favouriteModels();
    if (const qsizetype place = favourites.indexOf(ended); place >= 0) {
        favourites[place] = m_successor->id;
        favourites.removeDuplicates();
        m_desk.preferences.setFavouriteModels(favourites);
    }
    m_desk.chat.setModel(m_successor->id, m_desk.preferences.chatModel() != ended);
}

void ChatBanners::act(const QString& id, int index)
{
    if (id == successionId && index == 0 && m_successor)
        return takeSuccessor();
    if (id == successionId)
        return emit otherModelRequested();
    carryOut(m_cures.value(id).value(index, ErrorCure::None));
}

void ChatBanners::carryOut(ErrorCure cure)
{
    switch (cure) {
    case ErrorCure::TryAgain:
        return emit tryAgainRequested();
    case ErrorCure::OtherModel:
        return emit otherModelRequested();
    case ErrorCure::Alternative:
        return emit alternativeRequested(m_alternative ? m_alternative->id : QString());
    case ErrorCure::CheckToken:
        return emit accountSettingsRequested();
    case ErrorCure::NetworkSettings:
        return emit networkSettingsRequested();
    case ErrorCure::RetryStorage:
        return m_desk.workbench.retryStorage();
    case ErrorCure::AcceptLicence:
        return m_desk.chat.licences().accept(m_failedModel, m_desk.chat.conversationId());
    case ErrorCure::SendAnyway:
        m_desk.workbench.overrideExhaustion();
        return emit sendAnywayRequested();
    case ErrorCure::Caps:
        return emit budgetSettingsRequested();
    case ErrorCure::None:
        break;
    }
}

} // namespace orangery
