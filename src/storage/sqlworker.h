// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

#include <QObject>
#include <functional>
#include <optional>

namespace orangery {

/// The inside of a SqlThread: its connection, the tries while another program holds the file, and the
/// knowledge of what is wrong with it. Everything but the constructor and the destructor runs in the thread.
class SqlWorker : public QObject
{
public:
    using Attempt = std::function<Result<void>(QSqlDatabase&)>;
    using Opening = std::function<Result<void>(SqlConnection&)>;
    using Watch = std::function<void(const std::optional<Error>&)>;

    SqlWorker(Opening opening, Watch watch);

    Result<void> open();
    void close();
    Result<void> run(const Attempt& attempt);

private:
    void tell(const Result<void>& outcome);

    Opening m_opening;
    Watch m_watch;
    SqlConnection m_connection;
    std::optional<Error> m_broken; ///< nothing may be run
    std::optional<ErrorKind> m_told;
    bool m_isPatient = true;
};

} // namespace orangery
