// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/sqlthread.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <optional>

namespace orangery {

/// The program's one SQLite file: WAL, foreign keys on, migrated on opening, a copy made before each
/// migration. One writer thread and one reader thread, each with a connection of its own (busy time-out 50
/// ms, retries for two seconds).
///
/// It opens in the writer thread: the constructor returns at once, calls may be made at once, and the reader
/// waits for the writer. problemChanged() follows when it cannot be opened, before the first call is
/// answered.
///
/// A file that is newer, damaged, locked or in a read-only folder is never touched: problem() says why, every
/// call answers with that error, and the program goes on without saving. A disk that fills up later is a
/// problem, too, and the next call that succeeds ends it; no piece of a call that failed was saved.
class Database : public QObject
{
    Q_OBJECT

public:
    /// Opens (creating folder and file when missing). `dataFolder` is absolute.
    explicit Database(const QString& dataFolder, QObject* parent = nullptr);
    ~Database() override;

    SqlThread& writer() { return *m_writer; }
    SqlThread& reader() { return *m_reader; }
    QString file() const { return m_file; }
    /// False until the first attempt to open it has ended.
    bool isOpened() const { return m_isOpened; }
    /// Why the database cannot be used; nothing when all is well.
    const std::optional<Error>& problem() const { return m_problem; }
    /// Whether no other running process has it open. Asked when it was opened; false until then.
    bool isFirstProcess() const { return *m_isFirstProcess; }
    /// Tries again to open it, after the user has mended the cause. problemChanged() follows if that helped.
    void reopen();

signals:
    void problemChanged();
    /// An attempt to open it has ended; problem() tells how.
    void opened();

private:
    class Gate;
    void open();
    void setWriterProblem(const std::optional<Error>& problem);
    void setReaderProblem(const std::optional<Error>& problem);
    void updateProblem();

    QString m_file;
    std::optional<Error> m_problem;
    std::optional<Error> m_writerProblem;
    std::optional<Error> m_readerProblem;
    bool m_isOpened = false;
    std::shared_ptr<std::atomic_bool> m_isFirstProcess = std::make_shared<std::atomic_bool>(false);
    std::unique_ptr<SqlThread> m_writer;
    std::unique_ptr<SqlThread> m_reader;
};

} // namespace orangery
