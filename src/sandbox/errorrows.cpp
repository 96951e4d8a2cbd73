// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/errorrows.h"

#include <algorithm>
#include <array>

namespace orangery::sandbox {

namespace {

struct Row
{
    int code;
    int status;
    const char* text;
};

constexpr std::array rows{
    Row{3003, 400, "AiError: headers or body are missing"},
    Row{3006, 413, "AiError: Request is too large"},
    Row{3007, 408, "AiError: the request timed out"},
    Row{3008, 408, "AiError: the request was aborted"},
    Row{3010, 400, "AiError: Unsupported audio input"},
    Row{3023, 403, "AiError: this account is blocked"},
    Row{3030, 400, "AiError: Input prompt contains NSFW content"},
    Row{3036, 429, "AiError: the 10,000 free neurons of this day are used up"},
    Row{3039, 400, "AiError: files of the finetune are missing"},
    Row{3040, 429, "AiError: no capacity is free for this model at the moment"},
    Row{3041, 403, "AiError: this account may not use this private model"},
    Row{3042, 404, "AiError: this is not a model name"},
    Row{4006, 429, "AiError: the daily free allocation of 10,000 neurons is used up"},
    Row{5004, 400, "AiError: the base64 input has the wrong type"},
    Row{5005, 405, "AiError: this model does not take LoRA adapters"},
    Row{5006, 400, "AiError: Bad input: Error: oneOf at '/' not met"},
    Row{5007, 400, "AiError: no such model or task"},
    Row{5016, 403, "AiError: the licence of this model was not agreed to; send the prompt 'agree' once"},
    Row{5018, 403, "AiError: this account is not allowed to use this model"},
    Row{5019, 405, "AiError: this SDK is too old"},
    Row{5035, 403, "AiError: this model needs a Workers Paid plan"},
    Row{7000, 404, "No route for that URI"},
    Row{8006, 400, "AiError: the forced tool call did not fit into max_tokens"},
    Row{8007, 400, "AiError: Input prompt contains NSFW content"},
    Row{9109, 403, "Not authorised to use this resource"},
    Row{10000, 401, "Authentication error"},
};

const Row* find(int code)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [code](const Row& r) { return r.code == code; });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace

bool hasErrorRow(int code)
{
    return find(code) || code == 7003;
}

QList<int> errorCodes()
{
    QList<int> codes{7003};
    for (const Row& row : rows)
        codes.append(row.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

Failure errorRow(int code)
{
    if (code == 7003)
        return noRoute("/accounts/x/ai/run", 404);
    const Row* row = find(code);
    if (!row)
        return {500, code, QStringLiteral("Internal server error"), 0, {}};
    return {row->status, code, QString::fromLatin1(row->text), 0, {}};
}

Failure authenticationError()
{
    return errorRow(10000);
}

Failure noRoute(const QByteArray& path, int status)
{
    return {
        status, 7003,
        QStringLiteral("Could not route to %1, perhaps the account id is wrong").arg(QString::fromUtf8(path)),
        7000, QStringLiteral("No route for that URI")};
}

Failure schemaNotMet()
{
    return {400, 0, QStringLiteral("AiError: JSON Mode couldn't be met"), 0, {}};
}

Failure badInput(const QString& what)
{
    return {400, 5006, QStringLiteral("AiError: Bad input: Error: ") + what, 0, {}};
}

} // namespace orangery::sandbox
