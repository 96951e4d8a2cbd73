// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpermounts.h"

#include <QFile>
#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace orangery::test {

namespace {

QString failure(const char* what)
{
    return u"%1: %2"_s.arg(QLatin1String(what), QString::fromLocal8Bit(strerror(errno)));
}

void writeTo(const QString& path, const QString& text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write(text.toUtf8());
}

} // namespace

QString enterOwnMounts()
{
    const auto uid = ::getuid();
    const auto gid = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return failure("unshare");
        writeTo(u"/proc/self/setgroups"_s, u"deny"_s);
        writeTo(u"/proc/self/uid_map"_s, u"0 %1 1"_s.arg(uid));
        writeTo(u"/proc/self/gid_map"_s, u"0 %1 1"_s.arg(gid));
    }
    // without this a mount of ours could appear outside
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return failure("private mounts");
    return {};
}

bool mountSmallDisk(const QString& folder, int kibibytes)
{
    return ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0,
                   u"size=%1k,mode=700"_s.arg(kibibytes).toUtf8().constData()) == 0;
}

bool setReadOnly(const QString& folder, bool isReadOnly)
{
    return ::mount("tmpfs", QFile::encodeName(folder).constData(), nullptr,
                   MS_REMOUNT | (isReadOnly ? MS_RDONLY : 0), nullptr) == 0;
}

} // namespace orangery::test
