// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownblock.h"

namespace orangery::mathguard {

/// Hides TeX from the Markdown parser: inside $…$, $$…$$, \(…\) and \[…\] every ASCII punctuation character
/// is replaced by one of the 32 noncharacters U+FDD0 … U+FDEF, so that no `_`, `*` or `\` in it means
/// anything. Lengths and lines stay. Code spans are left alone, and so are prices: a closing `$` must follow
/// a non-space and must not precede a digit. Noncharacters of the input become U+FFFD.
QString hide(QString markdown);

/// The reverse, for text and addresses that came from the parser.
QString shown(QString text);

/// The reverse for a block's text, whose mathematics get MathFormat.
void restore(QString& text, QList<InlineRun>& runs);

} // namespace orangery::mathguard
