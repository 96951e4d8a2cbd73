// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errorkind.h"

#include <QString>
#include <optional>
#include <span>

namespace orangery {

/// Whether asking again can help. `AfterPause`: seconds, at most three tries; `AfterReset`: not before
/// 00:00 UTC; `Never`: the request must change first.
enum class RetryClass { Never, AfterPause, AfterReset };

/// The colour family of the banner that shows an error (UI.md §4.2).
enum class Tone { Info, Warning, Danger };

/// One row of the error table.
struct ErrorFacts
{
    ErrorKind kind;
    const char* name;           ///< stable, for logs and the ledger
    std::span<const int> codes; ///< the service's codes (API.md §19)
    RetryClass retry;
    Tone tone;
    int exitCode; ///< of the command line
};

/// The row of `kind`.
const ErrorFacts& factsOf(ErrorKind kind);
/// ErrorFacts::name of `kind`.
inline QString nameOf(ErrorKind kind)
{
    return QString::fromLatin1(factsOf(kind).name);
}
/// Every row, in the order of ErrorKind.
std::span<const ErrorFacts> allErrorFacts();
/// The kind of one of the service's codes; nothing for an unknown code.
std::optional<ErrorKind> kindOfCode(int code);
/// The translated sentence: what happened and what to do.
QString sentenceOf(ErrorKind kind);

} // namespace orangery
