// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/catalogcache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

// A file with another first line is another program's, or another version's.
constexpr QByteArrayView magic = "orangery catalog 1 ";
constexpr qint64 largest = 16 * 1024 * 1024; // a hundred times what the service has

/// The first line: bytes that a disk got wrong are not to become prices.
QByteArray headOf(const QByteArray& catalog)
{
    const QByteArray hash = QCryptographicHash::hash(catalog, QCryptographicHash::Sha256).toHex();
    return magic.toByteArray() + hash + '\n';
}

QString nameFor(const QString& account)
{
    QString name;
    for (const QChar c : account) {
        if (c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'))
            name += c;
    }
    return u"catalog-"_s + name;
}

} // namespace

CatalogCache::CatalogCache(QString folder, const QString& account)
    : m_folder(std::move(folder)),
      m_file(QDir(m_folder).filePath(nameFor(account)))
{}

QByteArray CatalogCache::read() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return {};
    const QByteArray content = file.read(largest);
    const qsizetype head = content.indexOf('\n') + 1;
    const QByteArray catalog = content.mid(head);
    return content.left(head) == headOf(catalog) ? catalog : QByteArray();
}

bool CatalogCache::write(const QByteArray& catalog) const
{
    if (catalog.isEmpty() || catalog.size() > largest / 2 || !QDir().mkpath(m_folder))
        return false;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QByteArray content = headOf(catalog) + catalog;
    // commit() would keep what a full disk took of it
    if (file.write(content) != content.size() || !file.flush())
        file.cancelWriting();
    return file.commit();
}

} // namespace orangery
