// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"
#include "support/waitfor.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMap>
#include <functional>
#include <gtest/gtest.h>
#include <optional>

namespace orangery::test {

/// Starts a call and turns the event loop until it is answered.
template <typename T>
Result<T> await(const std::function<void(std::function<void(Result<T>)>)>& start)
{
    std::optional<Result<T>> answer;
    start([&answer](const Result<T>& result) { answer = result; });
    if (!waitFor([&] { return answer.has_value(); }, 60000))
        return Error::of(ErrorKind::TimedOut, QStringLiteral("no answer came"));
    return *answer;
}

template <typename T>
testing::AssertionResult ok(const Result<T>& result)
{
    if (result)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << qPrintable(result.error().message) << " – " << qPrintable(result.error().detail);
}

template <typename T>
testing::AssertionResult failsWith(const Result<T>& result, ErrorKind kind)
{
    if (result)
        return testing::AssertionFailure() << "it succeeded";
    if (result.error().kind != kind)
        return testing::AssertionFailure()
               << qPrintable(result.error().message) << " – " << qPrintable(result.error().detail);
    return testing::AssertionSuccess();
}

inline bool waitForOpened(Database& database)
{
    return waitFor([&] { return database.isOpened(); });
}

/// Name and hash of every file of a folder. Not while a connection of this process is open in it: closing the
/// file that is read here would take away its locks.
inline QMap<QString, QByteArray> contentsOf(const QString& folder)
{
    QMap<QString, QByteArray> contents;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            contents.insert(info.fileName(),
                            QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return contents;
}

inline QDateTime utc(const QString& text)
{
    return QDateTime::fromString(text + QLatin1Char('Z'), Qt::ISODateWithMs);
}

} // namespace orangery::test
