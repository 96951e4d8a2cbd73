// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricebook.h"
#include "net/httpclient.h"
#include "service/accounts.h"
#include "service/chatcall.h"
#include "service/chatestimate.h"
#include "service/work.h"
#include "service/workbench.h"
#include "workersai/ratelimits.h"

#include <algorithm>

namespace orangery {

namespace {

/// Nothing is sent past the allowance; an account that is gone or not there is taken for such a one.
bool isHardLimited(const Accounts& accounts, const QString& uuid)
{
    const QList<Account> all = accounts.all();
    const auto account = std::ranges::find(all, uuid, &Account::uuid);
    return account == all.end() || account->isHardLimited();
}

} // namespace

Door Workbench::door()
{
    const std::optional<Account> account = m_accounts.current();
    const QString uuid = account ? account->uuid : QString();
    const QPointer<Workbench> self(this);
    Door door;
    door.client = &m_client;
    door.accounts = &m_accounts;
    door.queue = &m_queue;
    door.cache = m_isCacheUsed ? m_cache : nullptr;
    door.reserve = [self](Reservation reservation, QObject* caller,
                          const std::function<void(Result<Grant>)>& done) {
        if (!self)
            return done(Error::of(ErrorKind::Canceled));
        // a cap that was set while the call waited holds for it too
        if (isHardLimited(self->m_accounts, reservation.accountUuid))
            reservation.dailyLimit = self->m_quota.allowance;
        if (self->m_limits.ofOrigins.contains(reservation.origin))
            reservation.originLimit = self->m_limits.ofOrigins.value(reservation.origin);
        reservation.subjectLimit = self->m_limits.ofSubject;
        const bool isShown = self->m_accounts.isCurrent(reservation.accountUuid);
        reservation.ignoresExhaustion = isShown && self->m_isExhaustionOverridden;
        self->m_ledger.reserve(reservation, caller, [self, reservation, done](const Result<Grant>& grant) {
            const QDate day = reservation.startedAt.date();
            if (self && grant)
                self->takeTotals(reservation.accountUuid, day, grant->totals);
            else if (self && grant.error().kind == ErrorKind::QuotaExhausted && day == self->m_clock.utcDay())
                self->readDay(); // another process heard it
            done(grant);
        });
    };
    door.book = [self](const Booking& booking) {
        if (!self)
            return;
        // the sums are those of the call's own account and day, which may no longer be the shown ones
        self->m_ledger.book(booking, self, [self](const Result<DayTotals>&) {
            self->readDay();
            self->readUsualChat();
        });
    };
    const bool isTeaching = account && !account->isSandbox;
    door.learn = [self, isTeaching](const Measured& measured) {
        if (self && isTeaching)
            self->m_calibration.learn(measured);
    };
    door.noteCost = [inspector = m_inspector](qint64 callId, Neurons neurons, BookedBy bookedBy) {
        if (inspector)
            inspector->noteCost(callId, neurons, bookedBy);
    };
    door.learnTokens = [self, isTeaching](const CountedPrompt& prompt) {
        if (self && isTeaching)
            self->m_calibration.learn(prompt);
    };
    door.record = [self](const Reservation& reservation, const Booking& booking) {
        if (!self)
            return;
        self->m_ledger.record(reservation, booking, self, [self](const Result<void>&) { self->readDay(); });
    };
    door.noteQuotaExhausted = [self, uuid](const QDateTime& sentAt) {
        // sent before midnight and refused after it: that day is over
        if (self && sentAt.toUTC().date() == self->m_clock.utcDay())
            self->noteQuotaExhausted(uuid);
    };
    door.noteMissing = [self, uuid](const QString& modelId) {
        if (self && self->m_accounts.isCurrent(uuid))
            self->m_models.noteMissing(modelId);
    };
    door.isQuotaExhausted = [self, uuid] {
        return self && self->m_accounts.isCurrent(uuid) && self->m_quota.isExhaustedByService &&
               !self->m_isExhaustionOverridden;
    };
    door.askExhausted = [self, uuid](QObject* caller, const std::function<void(bool)>& done) {
        if (!self)
            return done(false);
        self->m_ledger.totals(uuid, self->m_clock.utcDay(), caller,
                              [self, uuid, done](const Result<DayTotals>& totals) {
                                  const bool isOverridden = self && self->m_accounts.isCurrent(uuid) &&
                                                            self->m_isExhaustionOverridden;
                                  done(totals && totals->isExhausted && !isOverridden);
                              });
    };
    door.utcNow = [self, &local = m_clock.local()] { return self ? self->m_clock.utcNow() : local.utcNow(); };
    return door;
}

CallTerms Workbench::terms(const QString& task, const Model& model, const CallOptions& options,
                           const WorkUnits& expected) const
{
    const std::optional<Account> account = m_accounts.current();
    CallTerms terms;
    terms.task = task;
    terms.modelId = model.id;
    if (catalog().find(model.id))
        terms.model = model;
    terms.accountUuid = account ? account->uuid : QString();
    terms.options = options;
    terms.expected = expected;
    terms.estimate = priceOf(model, expected);
    if (const auto limit = rateLimitOf(task, model))
        terms.rate = Reservation::Rate{.perMinute = limit->perMinute, .isOfModel = limit->isOfModel};
    return terms;
}

ChatCall* Workbench::chat(const ChatRequest& request, const CallOptions& options, QObject* context)
{
    const Model model = modelOf(request.model);
    const WorkUnits expected = expectedChat(request);
    CallTerms terms = this->terms(QStringLiteral("Text Generation"), model, options, expected);
    terms.countedPrompt = isPromptComparable(request) ? promptTokens(request) : 0;
    terms.cautiousPrompt = cautiousTokens(expected.tokens.promptTokens);
    terms.priceRatio = std::max(1.0, m_calibration.usualRatio(model.id));
    const auto upTo = [&](int completion) -> std::optional<Neurons> {
        const auto price =
            pricebook::chat(model, {.promptTokens = terms.cautiousPrompt, .completionTokens = completion});
        return price ? std::optional(Neurons::of(price->toDouble() * terms.priceRatio)) : std::nullopt;
    };
    terms.most = std::max(upTo(request.maxTokens), terms.estimate);
    terms.least = upTo(std::min(ChatCall::leastTokens, request.maxTokens));
    auto* call = new ChatCall(door(), std::move(terms), model, request, context);
    offerReplay(call->ticket(), [request, options](Workbench& workbench, const QString& id, QObject* asking,
                                                   const Inspector::Done& done) {
        ChatRequest other = request;
        other.model = id;
        ChatCall* again = workbench.chat(other, replayOptions(options), asking);
        QObject::connect(again, &Job::finished, asking,
                         [again, done] { done(again->result() ? nullptr : &again->result().error()); });
    });
    return call;
}

void Workbench::offerReplay(const CallTicket& ticket, const Inspector::Replay& replay)
{
    const CallTerms& terms = ticket.terms();
    if (m_inspector)
        m_inspector->noteCall(ticket.inspectedId(), terms.task, terms.modelId, terms.options.origin, replay);
}

std::optional<Neurons> Workbench::estimate(const ChatRequest& request) const
{
    return priceOf(modelOf(request.model), expectedChat(request));
}

WorkUnits Workbench::expectedChat(const ChatRequest& request) const
{
    WorkUnits work = expectedWork(request, m_usualChat.completionTokens);
    work.tokens.promptTokens = m_calibration.correctedTokens(request.model, work.tokens.promptTokens);
    return work;
}

std::optional<Neurons> Workbench::priceOf(const Model& model, const WorkUnits& work) const
{
    const std::optional<Neurons> listPrice = pricebook::price(model, work);
    if (!listPrice)
        return std::nullopt;
    return m_calibration.corrected(model.id, work.text(), *listPrice);
}

std::optional<Model> Workbench::alternativeTo(const QString& modelId) const
{
    const Model busy = modelOf(modelId);
    const std::optional<Account> account = m_accounts.current();
    const bool isPaid = account && account->plan == Plan::Paid;
    const auto priceOfOne = [](const Model& model) {
        // one of everything: enough to tell dear from cheap within a task
        WorkUnits one{.tokens = {1000, 1000}, .steps = 4, .size = {1024, 1024}, .looks = 1};
        one.audioSeconds = 60;
        one.characters = 1000;
        return pricebook::price(model, one).value_or(Neurons::ofMillionths(INT64_MAX));
    };
    std::optional<Model> best;
    for (const Model& model : catalog().models) {
        const bool isUsable = model.id != busy.id && model.task == busy.task && model.listed &&
                              !model.deprecated && !model.decisionModel && !model.terms &&
                              !model.realtime == !busy.realtime && (isPaid || !model.paidPlanOnly);
        const bool isAble = (model.vision || !busy.vision) && (model.tools || !busy.tools);
        if (isUsable && isAble && (!best || priceOfOne(model) < priceOfOne(*best)))
            best = model;
    }
    return best;
}

} // namespace orangery
