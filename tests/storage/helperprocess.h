// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace orangery::test {

/// A running storagehelper, ended with this object.
class HelperProcess
{
public:
    explicit HelperProcess(const QStringList& arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(STORAGE_HELPER), arguments);
    }
    ~HelperProcess()
    {
        if (m_process.state() != QProcess::NotRunning)
            kill();
    }

    /// The next line of its output; empty at its end.
    QString line()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60000))
                break;
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    /// SIGKILL; what it printed until then can still be read.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(60000);
    }
    /// Ends its standard input and waits; the exit code, or -1 after a crash.
    int finish()
    {
        m_process.closeWriteChannel();
        const bool hasEnded = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(60000);
        if (!hasEnded || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process.exitCode();
    }
    QString rest() { return QString::fromUtf8(m_process.readAllStandardOutput()).trimmed(); }

    static constexpr int skipped = 77; ///< exit code: the system does not allow what the helper needs

private:
    QProcess m_process;
};

/// Runs a mode of the helper that has a small disk of its own to fill or to protect.
inline void runOnOwnDisk(const QString& mode)
{
    const QTemporaryDir folder;
    HelperProcess helper({mode, folder.path()});
    const int code = helper.finish();
    const QString said = helper.rest();
    if (code == HelperProcess::skipped)
        GTEST_SKIP() << "this system lets nobody mount a disk of his own: " << qPrintable(said);
    EXPECT_EQ(code, 0) << qPrintable(said);
}

} // namespace orangery::test
