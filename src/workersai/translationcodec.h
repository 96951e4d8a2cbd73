// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/translation.h"

#include <QByteArray>

/// Translation on the wire, for both models that the task has (API.md §13). Pure.
namespace orangery::translationcodec {

/// Whether one call takes several texts, and its target is a FLORES code: models with `target_language`.
bool takesLists(const Model& model);

/// `{text, source_lang, target_lang}` with ISO 639-1 codes, or `{text: […], target_language}` from English.
/// A tag's region is left out, and its script counts only where the model tells scripts apart.
/// InvalidInput for: no text or an empty one; several texts for a model that takes one; no source language;
/// a language that the model is known not to translate from or into.
Result<QByteArray> encode(const TranslationRequest& request, const Model& model);

/// `{translated_text}` or `{translations: […]}`. InvalidAnswer unless there is one for each of `texts`.
Result<TranslationReply> decode(const QByteArray& body, qsizetype texts);

} // namespace orangery::translationcodec
