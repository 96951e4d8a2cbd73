// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/door.h"

#include "net/httpclient.h"
#include "support/jobcontract.h"
#include "support/oneaccount.h"
#include "support/workshop.h"

namespace orangery::test {

/// A door whose ledger always agrees.
inline Door agreeingDoor(HttpClient& client, Accounts& accounts)
{
    Door door;
    door.client = &client;
    door.accounts = &accounts;
    door.reserve = [](const Reservation& reservation, QObject*,
                      const std::function<void(Result<Grant>)>& done) {
        done(Grant{reservation.most.value_or(reservation.estimate), {}});
    };
    door.book = [](const Booking&) {};
    door.record = [](const Reservation&, const Booking&) {};
    door.learn = [](const Measured&) {};
    door.learnTokens = [](const CountedPrompt&) {};
    door.noteCost = [](qint64, Neurons, BookedBy) {};
    door.noteQuotaExhausted = [](const QDateTime&) {};
    door.noteMissing = [](const QString&) {};
    door.isQuotaExhausted = [] { return false; };
    door.askExhausted = [](QObject*, const std::function<void(bool)>& done) { done(false); };
    door.utcNow = [] { return QDateTime::currentDateTimeUtc(); };
    return door;
}

/// What a call under the job contract needs besides the client: an account at the test server, and a ledger
/// that always agrees. Lives as long as the case.
class AgreeingScope final : public QObject
{
public:
    explicit AgreeingScope(const World& world)
        : QObject(world.scope),
          m_client(world.client),
          m_accounts(Workshop::account(),
                     {world.baseUrl, Workshop::account().accountId, SecretString("contract")})
    {}

    Door door() { return agreeingDoor(m_client, m_accounts); }
    static CallTerms terms()
    {
        CallTerms terms;
        terms.accountUuid = Workshop::account().uuid;
        terms.options.origin = QStringLiteral("test");
        return terms;
    }

private:
    HttpClient& m_client;
    OneAccount m_accounts;
};

} // namespace orangery::test
