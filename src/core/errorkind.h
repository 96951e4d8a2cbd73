// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace orangery {

/// Every way in which a call can fail. One table (errortable.cpp) gives each kind its codes, retry class,
/// sentence, banner tone and exit code; nothing else in the program looks at a numeric code.
enum class ErrorKind {
    Canceled,
    // the way to the service
    Offline,
    HostNotFound,
    ProxyFailed,
    TlsFailed,
    ConnectionLost,
    TimedOut,
    RedirectRefused,
    InsecureAddress,
    // what the service answered
    NotWorkersAi,
    InvalidAnswer,
    BadRequest,
    TooLarge,
    UnsupportedAudio,
    AccountBlocked,
    PromptRefused,
    QuotaExhausted,
    FinetuneFilesMissing,
    Busy,
    RateLimited,
    NotAllowed,
    NoSuchModel,
    NoLora,
    LicenceNotAgreed,
    ClientTooOld,
    PaidPlanNeeded,
    TooFewTokens,
    SchemaNotMet, ///< JSON mode; known by its text alone (API.md §3.5)
    WrongAddress,
    TokenRefused,
    PermissionMissing,
    ServiceFailed,
    // this program
    InvalidInput,
    NoAccount,
    BudgetReached,
    CapReached,
    NeverFits,
    KeychainUnavailable,
    KeychainRefused,
    StorageFull,
    StorageReadOnly,
    StorageLocked,
    StorageCorrupt,
    StorageTooNew,
    StorageFailed,
    SandboxFailed,
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::ErrorKind)
