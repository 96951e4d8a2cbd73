// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorkind.h"

#include <QString>
#include <chrono>
#include <optional>

namespace orangery {

/// Why something did not work, as a value.
/// `message` is a translated sentence that says what happened and what to do.
/// `detail` is the raw reply or system text, already redacted; it is shown only behind a click.
struct Error
{
    ErrorKind kind = ErrorKind::ServiceFailed;
    QString message;
    QString detail;
    int httpStatus = 0;                             ///< 0: no HTTP answer arrived
    int code = 0;                                   ///< the service's own code (API.md §19); 0: none
    std::optional<std::chrono::seconds> retryAfter; ///< from Retry-After, when the service sent it

    /// An error with the sentence of its kind.
    static Error of(ErrorKind kind, const QString& detail = {});
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::Error)
