// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSslConfiguration>
#include <future>

namespace orangery {

namespace {

constexpr qint64 maxFileBytes = 8 * 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::CertificateFile)
};

Error refusal(const QString& sentence, const QString& detail = {})
{
    Error error = Error::of(ErrorKind::InvalidInput, detail);
    error.message = sentence;
    return error;
}

const std::shared_future<QList<QSslCertificate>>& systemReading()
{
    static const std::shared_future<QList<QSslCertificate>> reading =
        std::async(std::launch::async, [] {
            // The system's folder holds each certificate twice, alone and in the bundle.
            const QList<QSslCertificate> all = QSslConfiguration::systemCaCertificates();
            return QSet<QSslCertificate>(all.begin(), all.end()).values();
        }).share();
    return reading;
}

} // namespace

Result<QList<QSslCertificate>> certificatesOf(const QString& pemFile)
{
    const QString unreadable =
        Texts::tr("The certificate file %1 cannot be read. Choose another file; nothing was changed.")
            .arg(pemFile);
    const QFileInfo info(pemFile);
    if (!info.isFile())
        return refusal(unreadable, Texts::tr("There is no such file."));
    if (info.size() > maxFileBytes)
        return refusal(unreadable, Texts::tr("It is too large for a list of certificates."));
    QFile file(pemFile);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(unreadable, file.errorString());

    // Qt skips a damaged block silently; a certificate that the user believes to be trusted must not vanish
    // so.
    const QByteArray pem = file.read(maxFileBytes);
    const qsizetype announced = pem.count("-----BEGIN CERTIFICATE-----");
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (announced == 0 || certificates.size() != announced || certificates.contains(QSslCertificate()))
        return refusal(
            Texts::tr("The file %1 holds no intact PEM certificate, or a damaged one. Choose another file; "
                      "nothing was changed.")
                .arg(pemFile));
    return certificates;
}

void prepareSystemCertificates()
{
    systemReading();
}

const QList<QSslCertificate>& systemCertificates()
{
    return systemReading().get();
}

} // namespace orangery
