// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/checktexts.h"

#include "core/errortable.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace orangery::checktexts {

namespace {

using State = CheckOutcome::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(orangery::checktexts)
};

// A token without a permission is told by one of these.
bool isPermission(ErrorKind kind)
{
    return kind == ErrorKind::PermissionMissing || kind == ErrorKind::TokenRefused;
}

} // namespace

QString running(Check check)
{
    switch (check) {
    case Check::Network:
        return Words::tr("Reaching the service");
    case Check::Token:
        return Words::tr("Looking at the token");
    case Check::Account:
        return Words::tr("Finding the account");
    case Check::WorkersAi:
        return Words::tr("Asking Workers AI");
    case Check::Analytics:
        return Words::tr("Asking for Account Analytics");
    }
    return {};
}

QString title(const CheckOutcome& outcome)
{
    const bool passed = outcome.state == State::Passed;
    if (outcome.state == State::Skipped)
        return running(outcome.check);
    switch (outcome.check) {
    case Check::Network:
        return passed ? Words::tr("Network reached") : Words::tr("The service was not reached");
    case Check::Token:
        return passed ? Words::tr("Token is active") : Words::tr("The token cannot be used");
    case Check::Account:
        return passed ? Words::tr("Account matches") : Words::tr("The account was not found");
    case Check::WorkersAi:
        return passed ? Words::tr("Workers AI may be used") : Words::tr("Workers AI may not be used");
    case Check::Analytics:
        return passed ? Words::tr("Account Analytics can be read")
                      : Words::tr("Account Analytics cannot be read");
    }
    return {};
}

QString meaning(const CheckOutcome& outcome)
{
    if (outcome.state == State::Skipped)
        return Words::tr("not checked, because an earlier check failed");
    if (outcome.fact.isEmpty() && outcome.check == Check::Analytics && outcome.state != State::Passed)
        return Words::tr("optional: without it, use by other programs cannot be seen");
    return outcome.fact;
}

QString figure(const CheckOutcome& outcome)
{
    if (outcome.state == State::Skipped)
        return {};
    if (outcome.error && outcome.error->code != 0)
        return Words::tr("code %1").arg(outcome.error->code);
    if (outcome.error && outcome.error->httpStatus != 0)
        return Words::tr("HTTP %1").arg(outcome.error->httpStatus);
    return Words::tr("%1\u00A0ms").arg(QLocale().toString(static_cast<qlonglong>(outcome.took.count())));
}

QString cureText(const CheckOutcome& outcome)
{
    if (!outcome.error || outcome.state == State::Passed || outcome.state == State::Skipped)
        return {};
    if (outcome.check == Check::Analytics && isPermission(outcome.error->kind))
        return Words::tr(
            "Edit the token on the token page, add the permission “Account Analytics: Read” and save it. "
            "The token itself stays the same; then check again.");
    if (outcome.check == Check::WorkersAi && isPermission(outcome.error->kind))
        return Words::tr(
            "The token lacks the permission “Workers AI: Read”. Edit it on the token page, or create a "
            "new one there; then check again.");
    const bool isPlainRefusal = outcome.error->message == sentenceOf(ErrorKind::TokenRefused);
    if (outcome.check == Check::Token && isPlainRefusal)
        return Words::tr(
            "The service does not know this token. It may be expired, deleted or mistyped: paste it again, "
            "or create a new one.");
    return outcome.error->message;
}

Cure cureOf(const CheckOutcome& outcome)
{
    if (cureText(outcome).isEmpty())
        return Cure::None;
    switch (outcome.error->kind) {
    case ErrorKind::Offline:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
        return Cure::NetworkSettings;
    case ErrorKind::PermissionMissing:
        return Cure::TokenPage;
    case ErrorKind::TokenRefused:
        return Cure::TokenPage;
    case ErrorKind::HostNotFound:
    case ErrorKind::RedirectRefused:
    case ErrorKind::InsecureAddress:
    case ErrorKind::NotWorkersAi:
    case ErrorKind::WrongAddress:
    case ErrorKind::NoAccount:
        return Cure::EditInput;
    default:
        return Cure::None;
    }
}

QString cureButton(Cure cure)
{
    switch (cure) {
    case Cure::TokenPage:
        return Words::tr("Open the token page");
    case Cure::EditInput:
        return Words::tr("Change the entry");
    case Cure::NetworkSettings:
        return Words::tr("Network settings");
    case Cure::None:
        break;
    }
    return {};
}

QString summary(const Diagnosis& diagnosis)
{
    const auto count = [&](State state) {
        return static_cast<int>(std::ranges::count(diagnosis.checks, state, &CheckOutcome::state));
    };
    const int good = count(State::Passed);
    const QString passed =
        good == 1 ? Words::tr("1 check passed") : Words::tr("%n checks passed", nullptr, good);
    const QString end = Words::tr("No neurons were spent.");
    if (count(State::Failed) > 0)
        return Words::tr("%1, %2. %3")
            .arg(passed, Words::tr("%n failed", nullptr, count(State::Failed)), end);
    if (count(State::Warning) > 0)
        return Words::tr("%1, %2. %3")
            .arg(passed, Words::tr("%n is optional", nullptr, count(State::Warning)), end);
    return Words::tr("%1. %2").arg(passed, end);
}

} // namespace orangery::checktexts
