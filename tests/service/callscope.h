// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/resultcache.h"
#include "service/workbench.h"
#include "storage/database.h"
#include "storage/statement.h"
#include "support/oneaccount.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <memory>

namespace orangery::test {

/// What a call needs besides the client: an account at some server, and a workbench on a database of its own.
class CallScope final : public QObject
{
public:
    struct Rows
    {
        int all = -1;
        int held = -1; ///< reservations that nobody has booked
    };

    CallScope(HttpClient& client, const QUrl& baseUrl, QObject* parent)
        : QObject(parent),
          m_accounts(Workshop::account(), {baseUrl, Workshop::account().accountId, SecretString("contract")}),
          m_database(m_folder.path()),
          m_workbench(client, m_database, m_accounts, m_clock)
    {
        setCached(true);
    }
    ~CallScope() override { QThreadPool::globalInstance()->waitForDone(); } // it may be writing an answer

    Workbench& workbench() { return m_workbench; }
    void setCached(bool isUsed)
    {
        m_workbench.setCache(std::make_shared<ResultCache>(m_folder.path() + QStringLiteral("/results")),
                             isUsed);
    }
    /// Of the ledger, once all that was written before is written.
    Rows rows() const
    {
        std::optional<Rows> rows;
        m_database.writer().call<Rows>(
            [](QSqlDatabase& sql) -> Result<Rows> {
                Statement count(sql, QStringLiteral("SELECT COUNT(*), SUM(state = 'reserved') FROM call"));
                if (const auto row = count.first(); !row)
                    return row.error();
                return Rows{int(count.integer(0)), int(count.integer(1))};
            },
            &m_database, [&](const Result<Rows>& counted) { rows = counted.value_or(Rows{}); });
        waitFor([&] { return rows.has_value(); });
        return rows.value_or(Rows{});
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    OneAccount m_accounts;
    mutable Database m_database;
    Workbench m_workbench;
};

} // namespace orangery::test
