// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/tasks/servicefacts.h"

#include <QString>

#include <optional>

/// What must be so of everything that is read, whatever it was read from.
namespace orangery::fuzz {

/// A finding unless `isTrue`: says `what` and ends the program.
void check(bool isTrue, const char* what);

/// Characters that `bytes` of JSON can come to at most: a number written out is the longest of them all.
qsizetype mostCharacters(qsizetype bytes);

void checkFacts(const ServiceFacts& facts);
/// Whoever sees the error sees a sentence, and behind it a text of bounded length in whole characters.
void checkError(const Error& error);
/// The error of a body that could not be read.
void checkInvalid(const Error& error);
void checkFinite(const std::optional<double>& number);

} // namespace orangery::fuzz
