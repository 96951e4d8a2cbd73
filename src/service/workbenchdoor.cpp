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

Door Workbench::door()
{
    const std::optional<Account> account = m_accounts.current();
    const QPointer<Workbench> self(this);
    Door door;
    door.client = &m_client;
    door.accounts = &m_accounts;
    door.queue = &m_queue;
    door.cache = m_cache;
    door.reserve = [self](const Reservation& reservation, QObject* caller,
                          const std::function<void(Result<Grant>)>& done) {
        if (!self)
            return done(Error::of(ErrorKind::Canceled));
        self->m_ledger.reserve(reservation, caller, [self, reservation, done](const Result<Grant>& grant) {
            if (self && grant)
                self->takeTotals(reservation.accountUuid, reservation.startedAt.date(), grant->totals);
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
    door.learn = [self](const Measured& measured) {
        if (self)
            self->m_calibration.learn(measured);
    };
    door.record = [self](const Reservation& reservation, const Booking& booking) {
        if (!self)
            return;
        self->m_ledger.record(reservation, booking, self, [self](const Result<void>&) { self->readDay(); });
    };
    door.noteQuotaExhausted = [self, uuid = account ? account->uuid : QString()] {
        if (self)
            self->noteQuotaExhausted(uuid);
    };
    door.isQuotaExhausted = [self] {
        return self && self->m_quota.isExhaustedByService && !self->m_isExhaustionOverridden;
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
    if (m_catalog.find(model.id))
        terms.model = model;
    terms.accountUuid = account ? account->uuid : QString();
    terms.options = options;
    terms.expected = expected;
    terms.estimate = priceOf(model, expected);
    if (m_quota.isHardLimit)
        terms.dailyLimit = m_quota.allowance;
    if (const auto limit = m_limits.ofOrigins.constFind(options.origin);
        limit != m_limits.ofOrigins.constEnd())
        terms.originLimit = *limit;
    terms.subjectLimit = m_limits.ofSubject;
    if (const auto limit = rateLimitOf(task, model))
        terms.rate = Reservation::Rate{.perMinute = limit->perMinute, .isOfModel = limit->isOfModel};
    return terms;
}

ChatCall* Workbench::chat(const ChatRequest& request, const CallOptions& options, QObject* context)
{
    const Model model = modelOf(request.model);
    CallTerms terms = this->terms(QStringLiteral("Text Generation"), model, options,
                                  expectedWork(request, m_usualChat.completionTokens));
    const int prompt = cautiousPromptTokens(request);
    const auto upTo = [&](int completion) {
        return pricebook::chat(model, {.promptTokens = prompt, .completionTokens = completion});
    };
    terms.most = upTo(request.maxTokens);
    terms.least = upTo(std::min(ChatCall::leastTokens, request.maxTokens));
    return new ChatCall(door(), std::move(terms), model, request, context);
}

std::optional<Neurons> Workbench::estimate(const ChatRequest& request) const
{
    return priceOf(modelOf(request.model), expectedWork(request, m_usualChat.completionTokens));
}

std::optional<Neurons> Workbench::priceOf(const Model& model, const WorkUnits& work) const
{
    const std::optional<Neurons> listPrice = pricebook::price(model, work);
    if (!listPrice)
        return std::nullopt;
    return m_calibration.corrected(model.id, work.text(), *listPrice);
}

Model Workbench::modelOf(const QString& id) const
{
    if (const Model* known = m_catalog.find(id))
        return *known;
    Model typed;
    typed.id = id;
    return typed;
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
    for (const Model& model : m_catalog.models) {
        const bool isUsable = model.id != busy.id && model.task == busy.task && model.listed &&
                              !model.deprecated && !model.decisionModel &&
                              !model.realtime == !busy.realtime && (isPaid || !model.paidPlanOnly);
        const bool isAble = (model.vision || !busy.vision) && (model.tools || !busy.tools);
        if (isUsable && isAble && (!best || priceOfOne(model) < priceOfOne(*best)))
            best = model;
    }
    return best;
}

} // namespace orangery
