// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Codes of languages as the translation models want them (API.md §13).
namespace orangery::languagecodes {

/// The ISO 639-1 code (639-3 where a language has no shorter one) in a language tag such as `pt-BR` or
/// `zh_Hans`, in lower case; old and split codes become the one in use. Empty where it is none, and for
/// `auto`.
QString iso639(const QString& tag);

/// The FLORES code of one of the Indic languages or of English, e.g. hin_Deva for `hi`; a tag may name the
/// script of those that are written in several. Empty: not one of them.
QString flores(const QString& tag);

} // namespace orangery::languagecodes
