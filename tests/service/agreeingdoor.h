// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/door.h"

#include "net/httpclient.h"
#include "service/accounts.h"

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

} // namespace orangery::test
