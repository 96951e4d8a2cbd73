// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace orangery::test {

/// The files below `folder` that hold `token` in any of its spellings: plain, UTF-16, base64 (at each of the
/// three places where it may begin), percent-encoded.
inline QStringList filesWith(const QString& folder, const QString& token)
{
    const QByteArray plain = token.toUtf8();
    QByteArrayList spellings = {plain,
                                QByteArray(reinterpret_cast<const char*>(token.utf16()), token.size() * 2),
                                QUrl::toPercentEncoding(token)};
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray encoded = (QByteArray(shift, ' ') + plain).toBase64(QByteArray::OmitTrailingEquals);
        spellings.append(encoded.sliced(shift == 0 ? 0 : 4).chopped(2));
    }
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        for (const QByteArray& spelling : spellings) {
            if (bytes.contains(spelling)) {
                found.append(file.fileName());
                break;
            }
        }
    }
    return found;
}

} // namespace orangery::test
