// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlserrors.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>
#include <algorithm>
#include <optional>

namespace orangery {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(orangery::TlsErrors)
};

QString dateOf(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

/// Whom the certificate was made for, as it says itself.
QString ownerOf(const QSslCertificate& certificate)
{
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    for (const auto type : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        if (names.contains(type))
            return names.values(type).last(); // a QMultiMap has the first one last
    }
    return certificate.subjectInfo(QSslCertificate::CommonName).value(0);
}

std::optional<QString> sentenceOf(const QSslError& error, const QString& host)
{
    const QSslCertificate& certificate = error.certificate();
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
        return Sentences::tr(
                   "The certificate of %1 is from an authority that this computer does not trust, so "
                   "nothing was sent. If your network inspects traffic, add its CA file in "
                   "Settings, Network.")
            .arg(host);
    case QSslError::CertificateNotYetValid:
        return Sentences::tr("The certificate of %1 is valid only from %2, so nothing was sent. Check this "
                             "computer's date and time.")
            .arg(host, dateOf(certificate.effectiveDate()));
    case QSslError::CertificateExpired:
        return Sentences::tr(
                   "The certificate of %1 expired on %2, so nothing was sent. Check this "
                   "computer's date and time; if they are right, whoever runs the server must renew "
                   "it.")
            .arg(host, dateOf(certificate.expiryDate()));
    case QSslError::HostNameMismatch:
        return Sentences::tr("The certificate is for %1, not for %2, so nothing was sent. Check the API "
                             "address in Settings.")
            .arg(ownerOf(certificate), host);
    default:
        return std::nullopt;
    }
}

/// Where several things are wrong, the one that the others may follow from comes first: a computer whose
/// clock is wrong trusts nobody, and a stranger's certificate has a stranger's name.
int rankOf(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::CertificateNotYetValid:
        return 0;
    case QSslError::HostNameMismatch:
        return 3;
    case QSslError::CertificateExpired:
        return 2;
    default:
        return 1;
    }
}

} // namespace

void explain(Error& error, const QList<QSslError>& errors, const QString& host)
{
    QList<QSslError> ranked = errors;
    std::ranges::stable_sort(ranked, {}, rankOf);
    for (const QSslError& found : ranked) {
        if (const std::optional<QString> sentence = sentenceOf(found, host)) {
            error.message = *sentence;
            return;
        }
    }
}

} // namespace orangery
