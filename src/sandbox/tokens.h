// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace orangery::sandbox {

/// The sandbox's own idea of a token: one Chinese, Japanese or Korean character or one character outside the
/// basic plane, else up to four UTF-16 units. A surrogate pair is never cut.
QStringList tokens(const QString& text);
qint64 tokenCount(const QString& text);
/// At most the first `count` tokens of `text`.
QString firstTokens(const QString& text, qint64 count);

/// What the chat template adds to each turn.
constexpr qint64 tokensOfTurn = 4;

bool isCjk(QChar c);

} // namespace orangery::sandbox
