// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/errorbanner.h"

#include "core/errortable.h"

namespace orangery {

QString ErrorBanner::idOf(ErrorKind kind)
{
    return nameOf(kind);
}

BannerMessage ErrorBanner::of(const Error& error, const QList<ErrorCure>& cures, const QString& alternative)
{
    BannerMessage message;
    message.id = idOf(error.kind);
    const Tone tone = factsOf(error.kind).tone;
    message.accent = accentOf(tone);
    const bool isOfBudget = error.kind == ErrorKind::QuotaExhausted ||
                            error.kind == ErrorKind::BudgetReached || error.kind == ErrorKind::CapReached ||
                            error.kind == ErrorKind::NeverFits;
    message.icon = isOfBudget              ? QStringLiteral("gauge")
                   : tone == Tone::Info    ? QStringLiteral("info")
                   : tone == Tone::Warning ? QStringLiteral("warning")
                                           : QStringLiteral("error");
    message.title = titleFor(error.kind);
    message.text = error.message;
    message.details = error.detail;
    for (const ErrorCure cure : cures)
        message.actions.append(actionFor(cure, alternative));
    return message;
}

QList<ErrorCure> ErrorBanner::curesFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::HostNotFound:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
        return {ErrorCure::TryAgain, ErrorCure::NetworkSettings};
    case ErrorKind::NotWorkersAi:
    case ErrorKind::RedirectRefused:
    case ErrorKind::InsecureAddress:
    case ErrorKind::WrongAddress:
    case ErrorKind::TokenRefused:
    case ErrorKind::PermissionMissing:
    case ErrorKind::AccountBlocked:
    case ErrorKind::NoAccount:
    case ErrorKind::KeychainUnavailable:
        return {ErrorCure::CheckToken};
    case ErrorKind::KeychainRefused:
        return {ErrorCure::TryAgain, ErrorCure::CheckToken};
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Busy:
    case ErrorKind::RateLimited:
    case ErrorKind::ServiceFailed:
    case ErrorKind::InvalidAnswer:
        return {ErrorCure::TryAgain, ErrorCure::OtherModel};
    case ErrorKind::QuotaExhausted:
    case ErrorKind::BudgetReached:
    case ErrorKind::NotAllowed:
    case ErrorKind::NoSuchModel:
    case ErrorKind::NoLora:
    case ErrorKind::PaidPlanNeeded:
    case ErrorKind::TooFewTokens:
    case ErrorKind::SchemaNotMet:
    case ErrorKind::TooLarge:
    case ErrorKind::InvalidInput:
        return {ErrorCure::OtherModel};
    case ErrorKind::LicenceNotAgreed:
        return {ErrorCure::AcceptLicence, ErrorCure::OtherModel};
    case ErrorKind::CapReached:
    case ErrorKind::NeverFits:
        return {ErrorCure::Caps, ErrorCure::OtherModel};
    case ErrorKind::StorageFull:
    case ErrorKind::StorageReadOnly:
    case ErrorKind::StorageLocked:
    case ErrorKind::StorageCorrupt:
    case ErrorKind::StorageTooNew:
    case ErrorKind::StorageFailed:
        return {ErrorCure::RetryStorage};
    default:
        return {};
    }
}

QString ErrorBanner::titleFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::QuotaExhausted:
        return tr("Today's free neurons are used up");
    case ErrorKind::NeverFits:
        return tr("Too much for one day");
    case ErrorKind::BudgetReached:
        return tr("Not enough neurons left today");
    case ErrorKind::CapReached:
        return tr("Your own cap is reached");
    case ErrorKind::Offline:
    case ErrorKind::HostNotFound:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
    case ErrorKind::ConnectionLost:
        return tr("No connection");
    case ErrorKind::TokenRefused:
    case ErrorKind::PermissionMissing:
        return tr("The token was refused");
    case ErrorKind::Busy:
        return tr("This model is busy");
    case ErrorKind::RateLimited:
        return tr("Too many requests a minute");
    case ErrorKind::PaidPlanNeeded:
        return tr("This model needs the paid plan");
    case ErrorKind::LicenceNotAgreed:
        return tr("This model's licence must be accepted once");
    case ErrorKind::PromptRefused:
        return tr("The prompt was refused as unsafe");
    case ErrorKind::AccountBlocked:
    case ErrorKind::NotAllowed:
        return tr("This account may not use it");
    case ErrorKind::NoSuchModel:
        return tr("No such model");
    case ErrorKind::SchemaNotMet:
        return tr("The answer did not fit the schema");
    case ErrorKind::WrongAddress:
    case ErrorKind::NotWorkersAi:
    case ErrorKind::RedirectRefused:
    case ErrorKind::InsecureAddress:
        return tr("Wrong address");
    case ErrorKind::TooLarge:
    case ErrorKind::InvalidInput:
        return tr("The message was not sent");
    case ErrorKind::NoAccount:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainRefused:
        return tr("No token at hand");
    case ErrorKind::StorageFull:
    case ErrorKind::StorageReadOnly:
    case ErrorKind::StorageLocked:
    case ErrorKind::StorageCorrupt:
    case ErrorKind::StorageTooNew:
    case ErrorKind::StorageFailed:
        return tr("Nothing can be saved");
    default:
        return tr("That did not work");
    }
}

BannerAction ErrorBanner::actionFor(ErrorCure cure, const QString& alternative)
{
    switch (cure) {
    case ErrorCure::TryAgain:
        return {tr("Try again"), QStringLiteral("retry")};
    case ErrorCure::OtherModel:
        return {tr("Other model"), QStringLiteral("model")};
    case ErrorCure::Alternative:
        return {tr("Use %1").arg(alternative), QStringLiteral("model")};
    case ErrorCure::AcceptLicence:
        return {tr("Accept"), QStringLiteral("check")};
    case ErrorCure::SendAnyway:
        return {tr("Send anyway"), QStringLiteral("send")};
    case ErrorCure::Caps:
        return {tr("Change the cap"), QStringLiteral("settings")};
    case ErrorCure::CheckToken:
        return {tr("Check token"), QStringLiteral("key")};
    case ErrorCure::NetworkSettings:
        return {tr("Network settings"), QStringLiteral("network")};
    case ErrorCure::RetryStorage:
        return {tr("Try again"), QStringLiteral("retry")};
    case ErrorCure::None:
        break;
    }
    return {};
}

} // namespace orangery
