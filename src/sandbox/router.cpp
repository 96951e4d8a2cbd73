// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/router.h"

#include "sandbox/accounts.h"
#include "sandbox/analytics.h"
#include "sandbox/control.h"
#include "sandbox/embedding.h"
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/finetunes.h"
#include "sandbox/listings.h"
#include "sandbox/modelrun.h"
#include "sandbox/schemas.h"
#include "sandbox/textgeneration.h"
#include "sandbox/tomarkdown.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace orangery::sandbox {

namespace {

const QByteArray base = "/client/v4";

Reply methodRefused(const QByteArray& method)
{
    return failure({405,
                    0,
                    QStringLiteral("%1 not supported for requested URI").arg(QString::fromLatin1(method)),
                    0,
                    {}});
}

/// Runs `answer` for the right method only.
template <typename Answer>
Reply with(const ServerRequest& request, const char* method, Answer answer)
{
    return request.method == method ? answer() : methodRefused(request.method);
}

Reply routeFinetunes(const ServerRequest& request, const QByteArray& rest, const QByteArray& path,
                     State& state)
{
    if (rest == "finetunes" && request.method == "POST")
        return createFinetune(request, state);
    if (rest == "finetunes")
        return with(request, "GET", [&] { return listFinetunes(state); });
    if (rest == "finetunes/public")
        return with(request, "GET", [&] { return listPublicFinetunes(request); });
    const QList<QByteArray> steps = rest.split('/');
    if (steps.size() == 3 && steps[2] == "finetune-assets")
        return with(request, "POST",
                    [&] { return uploadFinetuneAsset(request, QString::fromUtf8(steps[1]), state); });
    return failure(noRoute(path, 400));
}

Reply routeAi(const ServerRequest& request, const QByteArray& rest, const QByteArray& path, State& state,
              const Fault& fault)
{
    if (rest == "models/search") {
        return with(request, "GET", [&] {
            return state.catalog().search(QUrlQuery(QString::fromUtf8(request.query)), state.now().date());
        });
    }
    if (rest.startsWith("run/") && rest.size() > 4) {
        return with(request, "POST",
                    [&] { return runModel(request, QString::fromUtf8(rest.mid(4)), state, fault); });
    }
    if (rest == "v1/chat/completions")
        return with(request, "POST", [&] { return chatCompletions(request, state, fault); });
    if (rest == "v1/embeddings")
        return with(request, "POST", [&] { return openAiEmbeddings(request, state, fault); });
    if (rest == "models/schema") {
        return with(request, "GET",
                    [&] { return modelSchema(QUrlQuery(QString::fromUtf8(request.query)), state); });
    }
    if (rest == "tasks/search")
        return with(request, "GET", [&] { return listTasks(state.catalog()); });
    if (rest == "authors/search")
        return with(request, "GET", [&] { return listAuthors(state.catalog()); });
    if (rest == "finetunes" || rest.startsWith("finetunes/"))
        return routeFinetunes(request, rest, path, state);
    if (rest == "tomarkdown")
        return with(request, "POST", [&] { return toMarkdown(request); });
    if (rest == "tomarkdown/supported")
        return with(request, "GET", [] { return convertibleFormats(); });
    if (rest == "v1/models")
        return methodRefused(request.method);
    return failure(noRoute(path, 400));
}

Reply routeAccount(const ServerRequest& request, const QByteArray& path, Caller caller, State& state,
                   const Fault& fault)
{
    const qsizetype start = static_cast<qsizetype>(qstrlen("/accounts/"));
    const qsizetype slash = path.indexOf('/', start);
    const QByteArray id = path.mid(start, slash < 0 ? -1 : slash - start);
    if (QString::fromUtf8(id) != accountId) {
        static const QRegularExpression wellFormed(QStringLiteral("^[0-9a-f]{32}$"));
        return failure(noRoute(path, wellFormed.match(QString::fromUtf8(id)).hasMatch() ? 404 : 400));
    }
    const QByteArray rest = slash < 0 ? QByteArray() : path.mid(slash + 1);
    if (rest == "tokens/verify") {
        return with(request, "GET", [&] {
            return caller == Caller::AccountToken ? verifyToken(caller, fault)
                                                  : failure(authenticationError());
        });
    }
    if (rest.startsWith("ai/"))
        return routeAi(request, rest.mid(3), path, state, fault);
    return failure(noRoute(path, 400));
}

} // namespace

bool isControl(const ServerRequest& request)
{
    return request.path.startsWith("/__sandbox/");
}

bool isModelCall(const ServerRequest& request)
{
    return request.path.contains("/ai/run/") || request.path.contains("/ai/v1/");
}

Reply route(const ServerRequest& request, State& state, const Fault& fault)
{
    if (isControl(request))
        return control(request, state);
    if (!request.path.startsWith(base + '/'))
        return failure(noRoute(request.path, 404));
    const QByteArray path = request.path.mid(base.size());
    const Caller caller = callerOf(request, state);
    if (caller == Caller::Nobody)
        return failure(authenticationError());

    if (path == "/user/tokens/verify") {
        return with(request, "GET", [&] {
            return caller == Caller::UserToken ? verifyToken(caller, fault) : failure(authenticationError());
        });
    }
    if (path == "/accounts")
        return with(request, "GET", [&] { return listAccounts(request, fault); });
    if (path == "/graphql")
        return with(request, "POST", [&] { return analytics(request, state); });
    if (path.startsWith("/accounts/"))
        return routeAccount(request, path, caller, state, fault);
    return failure(noRoute(path, 404));
}

} // namespace orangery::sandbox
