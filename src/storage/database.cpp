// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/opening.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QMutex>
#include <QMutexLocker>
#include <QWaitCondition>

namespace orangery {

namespace {

const QString lockSuffix = QStringLiteral(".lock");

std::optional<Error> problemOf(const Result<void>& outcome)
{
    return outcome ? std::nullopt : std::optional(outcome.error());
}

} // namespace

/// Between the two threads: the reader's n-th opening waits for the writer's n-th and learns how that went.
class Database::Gate
{
public:
    void pass(const Result<void>& outcome)
    {
        const QMutexLocker lock(&m_mutex);
        m_outcome = outcome;
        ++m_passed;
        m_changed.wakeAll();
    }

    Result<void> wait()
    {
        const QMutexLocker lock(&m_mutex);
        ++m_awaited;
        while (m_passed < m_awaited)
            m_changed.wait(&m_mutex);
        return m_outcome;
    }

private:
    QMutex m_mutex;
    QWaitCondition m_changed;
    Result<void> m_outcome;
    quint64 m_passed = 0;
    quint64 m_awaited = 0;
};

Database::Database(const QString& dataFolder, QObject* parent)
    : QObject(parent),
      m_file(QDir(dataFolder).absoluteFilePath(QStringLiteral("orangery.sqlite")))
{
    const auto gate = std::make_shared<Gate>();
    const auto tellOfWriter = [this](const std::optional<Error>& problem) {
        QMetaObject::invokeMethod(
            this, [this, problem] { setWriterProblem(problem); }, Qt::QueuedConnection);
    };
    const auto tellOfReader = [this](const std::optional<Error>& problem) {
        QMetaObject::invokeMethod(
            this, [this, problem] { setReaderProblem(problem); }, Qt::QueuedConnection);
    };
    // held while this process lives; one that was killed leaves a file that the next sees to be nobody's
    const auto sole = std::make_shared<QLockFile>(m_file + lockSuffix);
    sole->setStaleLockTime(0);
    m_writer = std::make_unique<SqlThread>(
        [file = m_file, gate, tellOfWriter, sole, isFirst = m_isFirstProcess](SqlConnection& connection) {
            const auto opened = openForWriting(connection, file);
            if (opened && !sole->isLocked() && sole->tryLock(0)) {
                QFile::setPermissions(file + lockSuffix, QFile::ReadOwner | QFile::WriteOwner);
                *isFirst = true;
            }
            // told before the gate opens, so that no answer of the reader overtakes it
            tellOfWriter(problemOf(opened));
            gate->pass(opened);
            return opened;
        },
        tellOfWriter);
    m_reader = std::make_unique<SqlThread>(
        [file = m_file, gate](SqlConnection& connection) {
            const auto opened = gate->wait();
            return opened ? openForReading(connection, file) : opened;
        },
        tellOfReader);
    open();
}

Database::~Database() = default;

void Database::reopen()
{
    open();
}

void Database::open()
{
    m_writer->open(nullptr, {});
    m_reader->open(this, [this](const Result<void>& outcome) {
        setReaderProblem(problemOf(outcome));
        m_isOpened = true;
        emit opened();
    });
}

void Database::setWriterProblem(const std::optional<Error>& problem)
{
    m_writerProblem = problem;
    updateProblem();
}

void Database::setReaderProblem(const std::optional<Error>& problem)
{
    m_readerProblem = problem;
    updateProblem();
}

void Database::updateProblem()
{
    const std::optional<Error>& problem = m_writerProblem ? m_writerProblem : m_readerProblem;
    const bool isSame =
        problem.has_value() == m_problem.has_value() && (!problem || problem->kind == m_problem->kind);
    m_problem = problem;
    if (!isSame)
        emit problemChanged();
}

} // namespace orangery
