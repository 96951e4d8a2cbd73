// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace orangery {

/// The copy of an account's live catalog on disk: bytes that somebody else makes and reads. It is a cache:
/// what cannot be read is as good as not there, what cannot be written is left out, and both harm nothing.
/// Small files, no locks; the last writer wins with a whole file.
class CatalogCache
{
public:
    /// `folder`: $XDG_CACHE_HOME/orangery; made when something is written. `account`: whose catalog, its
    /// uuid; what is no letter, digit or hyphen in it is left out.
    CatalogCache(QString folder, const QString& account);

    /// What write() took; empty where there is nothing, or something else than write() left there.
    QByteArray read() const;
    /// All of it or nothing; false: what was there is there still.
    bool write(const QByteArray& catalog) const;

    QString fileName() const { return m_file; }

private:
    QString m_folder;
    QString m_file; ///< with its folder
};

} // namespace orangery
