// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace orangery {

/// How many tokens `text` is about, whatever the model: within 10 % of the median of today's tokenizers for
/// texts from 200 tokens on in English, German, Chinese and source code, within 20 % in most other scripts.
/// It errs to either side; one model's own tokenizer may differ from the median by more than that. 0 for no
/// text only. Pure, linear in the length, for any thread; 50 MB a second or more.
int countTokens(QStringView text);

} // namespace orangery
