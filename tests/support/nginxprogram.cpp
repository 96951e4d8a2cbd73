// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginxprogram.h"

#include <QProcess>
#include <QStandardPaths>
#include <QVersionNumber>

namespace orangery::test {

QString nginxProgram()
{
    const QString name = QStringLiteral("nginx");
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name,
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"),
                                           QStringLiteral(ORANGERY_SOURCE_DIR "/build/tools/usr/sbin")});
}

bool hasNginxHttp2Directive()
{
    static const bool has = [] {
        constexpr int deadlineMs = 20'000;
        QProcess nginx;
        nginx.start(nginxProgram(), {QStringLiteral("-v")});
        nginx.waitForFinished(deadlineMs);
        const QString said = QString::fromUtf8(nginx.readAllStandardError());
        const QString version =
            said.section(QStringLiteral("nginx/"), 1).section(QLatin1Char(' '), 0, 0).trimmed();
        return QVersionNumber::fromString(version) >= QVersionNumber(1, 25, 1);
    }();
    return has;
}

} // namespace orangery::test
