// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/phrases.h"

namespace orangery::sandbox {

/// Markdown of exactly `words` words (Chinese: characters), of headings, prose, lists, tables and code.
QString fillerOfWords(const Phrases& phrases, int words, quint32 seed);
/// The same, of exactly `tokens` of the sandbox's tokens.
QString fillerOfTokens(const Phrases& phrases, int tokens, quint32 seed);
/// A fenced block of `lines` lines.
QString codeOfLines(const QString& language, int lines);
/// A small program for the fence, in the language of the info string.
QString codeSample(const QString& language);
QString table(const Phrases& phrases, const QList<int>& lengths);
QString list(const Phrases& phrases);

} // namespace orangery::sandbox
