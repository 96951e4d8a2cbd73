// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"

#include "core/error.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace orangery {

namespace {

constexpr int badRequestCodes[] = {3003, 5004, 5006};
constexpr int tooLargeCodes[] = {3006};
constexpr int timedOutCodes[] = {3007, 3008};
constexpr int audioCodes[] = {3010};
constexpr int blockedCodes[] = {3023};
constexpr int unsafeCodes[] = {3030, 8007};
constexpr int quotaCodes[] = {3036, 4006};
constexpr int finetuneCodes[] = {3039};
constexpr int busyCodes[] = {3040};
constexpr int notAllowedCodes[] = {3041, 5018};
constexpr int noModelCodes[] = {3042, 5007};
constexpr int noLoraCodes[] = {5005};
constexpr int licenceCodes[] = {5016};
constexpr int clientCodes[] = {5019};
constexpr int paidCodes[] = {5035};
constexpr int tokensCodes[] = {8006};
constexpr int addressCodes[] = {7003, 7000};
constexpr int tokenCodes[] = {10000, 9109};
constexpr std::span<const int> none;

using K = ErrorKind;
using R = RetryClass;

constexpr std::array table = {
    ErrorFacts{K::Canceled, "canceled", none, R::Never, Tone::Info, 130},
    ErrorFacts{K::Offline, "offline", none, R::AfterPause, Tone::Danger, 69},
    ErrorFacts{K::HostNotFound, "host-not-found", none, R::Never, Tone::Danger, 69},
    ErrorFacts{K::ProxyFailed, "proxy-failed", none, R::Never, Tone::Danger, 69},
    ErrorFacts{K::TlsFailed, "tls-failed", none, R::Never, Tone::Danger, 69},
    ErrorFacts{K::ConnectionLost, "connection-lost", none, R::AfterPause, Tone::Danger, 69},
    ErrorFacts{K::TimedOut, "timed-out", timedOutCodes, R::AfterPause, Tone::Warning, 69},
    ErrorFacts{K::RedirectRefused, "redirect-refused", none, R::Never, Tone::Danger, 76},
    ErrorFacts{K::InsecureAddress, "insecure-address", none, R::Never, Tone::Danger, 78},
    ErrorFacts{K::NotWorkersAi, "not-workers-ai", none, R::Never, Tone::Danger, 76},
    ErrorFacts{K::InvalidAnswer, "invalid-answer", none, R::Never, Tone::Danger, 76},
    ErrorFacts{K::BadRequest, "bad-request", badRequestCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::TooLarge, "too-large", tooLargeCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::UnsupportedAudio, "unsupported-audio", audioCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::AccountBlocked, "account-blocked", blockedCodes, R::Never, Tone::Warning, 77},
    ErrorFacts{K::PromptRefused, "prompt-refused", unsafeCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::QuotaExhausted, "quota-exhausted", quotaCodes, R::AfterReset, Tone::Warning, 75},
    ErrorFacts{K::FinetuneFilesMissing, "finetune-files-missing", finetuneCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::Busy, "busy", busyCodes, R::AfterPause, Tone::Info, 75},
    ErrorFacts{K::RateLimited, "rate-limited", none, R::AfterPause, Tone::Info, 75},
    ErrorFacts{K::NotAllowed, "not-allowed", notAllowedCodes, R::Never, Tone::Warning, 77},
    ErrorFacts{K::NoSuchModel, "no-such-model", noModelCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::NoLora, "no-lora", noLoraCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::LicenceNotAgreed, "licence-not-agreed", licenceCodes, R::Never, Tone::Info, 77},
    ErrorFacts{K::ClientTooOld, "client-too-old", clientCodes, R::Never, Tone::Warning, 76},
    ErrorFacts{K::PaidPlanNeeded, "paid-plan-needed", paidCodes, R::Never, Tone::Info, 77},
    ErrorFacts{K::TooFewTokens, "too-few-tokens", tokensCodes, R::Never, Tone::Warning, 65},
    ErrorFacts{K::SchemaNotMet, "schema-not-met", none, R::Never, Tone::Warning, 65},
    ErrorFacts{K::WrongAddress, "wrong-address", addressCodes, R::Never, Tone::Danger, 78},
    ErrorFacts{K::TokenRefused, "token-refused", tokenCodes, R::Never, Tone::Danger, 77},
    ErrorFacts{K::PermissionMissing, "permission-missing", none, R::Never, Tone::Warning, 77},
    ErrorFacts{K::ServiceFailed, "service-failed", none, R::AfterPause, Tone::Warning, 69},
    ErrorFacts{K::InvalidInput, "invalid-input", none, R::Never, Tone::Warning, 64},
    ErrorFacts{K::NoAccount, "no-account", none, R::Never, Tone::Info, 78},
    ErrorFacts{K::BudgetReached, "budget-reached", none, R::AfterReset, Tone::Warning, 75},
    ErrorFacts{K::CapReached, "cap-reached", none, R::Never, Tone::Warning, 75},
    ErrorFacts{K::NeverFits, "never-fits", none, R::Never, Tone::Warning, 65},
    ErrorFacts{K::KeychainUnavailable, "keychain-unavailable", none, R::Never, Tone::Warning, 78},
    ErrorFacts{K::KeychainRefused, "keychain-refused", none, R::Never, Tone::Warning, 78},
    ErrorFacts{K::StorageFull, "storage-full", none, R::Never, Tone::Danger, 74},
    ErrorFacts{K::StorageReadOnly, "storage-read-only", none, R::Never, Tone::Danger, 74},
    ErrorFacts{K::StorageLocked, "storage-locked", none, R::AfterPause, Tone::Danger, 74},
    ErrorFacts{K::StorageCorrupt, "storage-corrupt", none, R::Never, Tone::Danger, 74},
    ErrorFacts{K::StorageTooNew, "storage-too-new", none, R::Never, Tone::Danger, 74},
    ErrorFacts{K::StorageFailed, "storage-failed", none, R::Never, Tone::Danger, 74},
    ErrorFacts{K::SandboxFailed, "sandbox-failed", none, R::Never, Tone::Danger, 70},
};

consteval bool isInOrder()
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (static_cast<size_t>(table[i].kind) != i)
            return false;
    }
    return table.size() == static_cast<size_t>(ErrorKind::SandboxFailed) + 1;
}
static_assert(isInOrder(), "the table has one row for each kind, in the order of the enum");

} // namespace

const ErrorFacts& factsOf(ErrorKind kind)
{
    return table[static_cast<size_t>(kind)];
}

std::span<const ErrorFacts> allErrorFacts()
{
    return table;
}

std::optional<ErrorKind> kindOfCode(int code)
{
    for (const ErrorFacts& facts : table) {
        if (std::ranges::find(facts.codes, code) != facts.codes.end())
            return facts.kind;
    }
    return std::nullopt;
}

Error Error::of(ErrorKind kind, const QString& detail)
{
    Error error;
    error.kind = kind;
    error.message = sentenceOf(kind);
    error.detail = detail;
    return error;
}

} // namespace orangery
