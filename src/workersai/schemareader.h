// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"
#include "core/result.h"

#include <QJsonObject>

/// What a model takes, read from its JSON Schema (API.md §5).
namespace orangery::schemareader {

/// `schema`: `{input, output}` as GET …/ai/models/schema answers under `result`, or with the parts that our
/// own collection adds, because the service's schema describes a call from a program of its own:
/// `rest_form` (the fields of a form) and `rest_binary` (the body is the file).
///
/// `known`: what is known of the model already. It stands in for what the service's own schema does not tell:
/// the fields of a form, and that an input may or must travel as a bare body.
///
/// A batch of requests and OpenAI's Responses are left out where the model takes single requests and
/// messages. InvalidAnswer where there is no parameter in it. Ends soon, whatever is in it.
Result<ParameterSet> read(const QJsonObject& schema, const ParameterSet& known = {});

} // namespace orangery::schemareader
