// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httprequest.h"
#include "workersai/apicontext.h"

#include <QUrlQuery>

namespace orangery::endpoints {

/// How many accounts a page of accounts() asks for.
inline constexpr int accountsPerPage = 50;

/// Requests to the addresses of API.md §2, 5, 17, 18, with the token set. The base URL may end in a slash or
/// not. With the address of an AI Gateway (API.md §16, …/v1/{account}/{gateway}/workers-ai) runs go there,
/// and all else, which a gateway does not have, to the service's own address. A model's id keeps its slashes
/// and
/// `@`; whatever else it holds stays inside the path.
HttpRequest run(const ApiContext& api, const QString& model, const QByteArray& json);
/// The same with a body of another kind: a form, a file.
HttpRequest run(const ApiContext& api, const QString& model, const QByteArray& contentType,
                const QByteArray& body, const QUrlQuery& query = {});
HttpRequest verifyUserToken(const ApiContext& api);
HttpRequest verifyAccountToken(const ApiContext& api);
HttpRequest accounts(const ApiContext& api, int page);
HttpRequest modelSearch(const ApiContext& api, int page, int perPage);
/// What a model takes and gives, as JSON Schemas (API.md §5).
HttpRequest modelSchema(const ApiContext& api, const QString& model);
/// One's own LoRA adapters, or the public ones (API.md §3.8).
HttpRequest finetunes(const ApiContext& api);
HttpRequest publicFinetunes(const ApiContext& api, int limit, int offset);
/// Files to Markdown, and what it can read (API.md §15).
HttpRequest toMarkdown(const ApiContext& api, const QByteArray& contentType, const QByteArray& body);
HttpRequest markdownFormats(const ApiContext& api);
HttpRequest graphql(const ApiContext& api, const QByteArray& json);

} // namespace orangery::endpoints
