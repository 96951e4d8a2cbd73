// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secretstring.h"
#include "net/httprequest.h"

#include <optional>

class QJsonObject;

namespace orangery {

/// The Error in an answer, in all the forms of API.md §1 and §19: envelopes with and without a code, OpenAI's
/// error object, code in the text, any status around it, HTML from something that is not Workers AI.
/// Nothing for a success. `detail` is what the body says, redacted and at most 16 Ki characters: its messages
/// without the service's decorations, or the body itself where it has none. `secret` is the token of the
/// call, which a careless server could echo.
std::optional<Error> errorIn(const HttpReply& reply, const SecretString& secret = {});

/// The error that an event inside a running stream carries, if it does.
std::optional<Error> errorInEvent(const QByteArray& json, const SecretString& secret = {});
/// The same for an event that is parsed already.
std::optional<Error> errorInEvent(const QJsonObject& event, const SecretString& secret = {});

/// An answer that has no error in it and yet cannot be read; `body` goes into the detail, redacted and cut.
Error invalidAnswer(const HttpReply& reply, const SecretString& secret = {});

/// `text` as it may stand in Error::detail.
QString errorDetail(const QString& text, const SecretString& secret = {});

} // namespace orangery
