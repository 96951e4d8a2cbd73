// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/pemfile.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

namespace orangery::pemfile {

namespace {

constexpr qint64 limit = 4 * 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(orangery::pemfile)
};

bool isBase64(const QByteArray& text)
{
    const QByteArray compact = QByteArray(text).replace('\n', "").replace('\r', "").trimmed();
    return !compact.isEmpty() &&
           QByteArray::fromBase64Encoding(compact, QByteArray::AbortOnBase64DecodingErrors).decodingStatus ==
               QByteArray::Base64DecodingStatus::Ok;
}

int soundCertificates(const QByteArray& text)
{
    const QByteArray begin("-----BEGIN CERTIFICATE-----");
    const QByteArray end("-----END CERTIFICATE-----");
    int count = 0;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
        const qsizetype from = at + begin.size();
        const qsizetype to = text.indexOf(end, from);
        if (to >= 0 && isBase64(text.mid(from, to - from)))
            ++count;
    }
    return count;
}

} // namespace

Facts read(const QString& path)
{
    Facts facts;
    QFile file(path);
    facts.isReadable = file.open(QIODevice::ReadOnly) && !file.isSequential();
    if (!facts.isReadable)
        return facts;
    facts.isTooLarge = file.size() > limit;
    if (facts.isTooLarge)
        return facts;
    const QByteArray text = file.read(limit);
    facts.certificates = soundCertificates(text);
    facts.hasPrivateKey = text.contains("PRIVATE KEY-----");
    return facts;
}

QString Facts::sentence() const
{
    if (!isReadable)
        return Words::tr("This file cannot be read. Check the path and its permissions.");
    if (isTooLarge)
        return Words::tr("This file is too large for certificates. Choose the CA's PEM file.");
    if (certificates == 0)
        return Words::tr(
            "There is no certificate in this file. It must be PEM text that has a line BEGIN CERTIFICATE.");
    const QString found = certificates == 1
                              ? Words::tr("1 certificate found; it is trusted beside the system's.")
                              : Words::tr("%n certificates found; they are trusted beside the system's.",
                                          nullptr, certificates);
    return hasPrivateKey
               ? Words::tr("%1 The file also holds a private key, which is not needed here.").arg(found)
               : found;
}

} // namespace orangery::pemfile
