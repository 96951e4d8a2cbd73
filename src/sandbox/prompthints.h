// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::sandbox {

enum class Language { English, German, Chinese };

/// What the sandbox can tell about a prompt by looking for words.
struct PromptHints
{
    Language language = Language::English;
    bool table = false;
    bool code = false;
    bool list = false;
    QString codeLanguage; ///< info string of the fence; empty: none was named
    int words = 0;        ///< "write 300 words"; 0: not asked for
    int tokens = 0;       ///< "write 300 tokens"
    int codeLines = 0;    ///< "300 lines of code"
    QString echo;         ///< what follows "echo:"; answered word for word

    static PromptHints of(const QString& prompt);
};

} // namespace orangery::sandbox
