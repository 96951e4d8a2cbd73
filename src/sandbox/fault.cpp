// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault.h"

#include "sandbox/errorrows.h"

#include <algorithm>

namespace orangery::sandbox {

const std::vector<FaultHelp>& knownFaults()
{
    static const std::vector<FaultHelp> table{
        {"<code>",
         "the row of that code, e.g. 3036; variants: no-code, no-result, code-string, string-messages, "
         "double-prefix, text, openai, v1, or an HTTP status such as 502"},
        {"json-mode", "the text of a schema that could not be met; variants as of a code"},
        {"status", "status:<http>, with an empty body"},
        {"rate-limit", "rate-limit[:<seconds>], 429 without a known code, with Retry-After"},
        {"html", "an HTML page in place of JSON; variant: an HTTP status (200 by default)"},
        {"bad-json", "200 with JSON that ends in the middle"},
        {"empty", "200 with an empty body"},
        {"redirect", "redirect:<url>, 302"},
        {"slow-first-byte", "slow-first-byte:<ms>, then the real answer"},
        {"busy", "busy[:<ms>] of waiting for capacity, then the real answer; 3040 at once for rejectIfBusy"},
        {"hang", "the request is read and never answered"},
        {"close", "the connection ends before any byte of an answer; nothing is billed"},
        {"lost",
         "the model runs and is billed, then the connection ends before any byte; variants: empty, bad-json "
         "(the head arrives), or the HTTP status of a gateway's page in its place, such as 504"},
        {"stall", "stall[:<events>], then silence on an open connection"},
        {"cut", "cut[:<events>], then half an event and a hang-up"},
        {"truncated", "truncated[:<events>], then an orderly end without [DONE]"},
        {"garbage", "garbage[:<events>], then events that are not JSON, then the rest"},
        {"error-event", "error-event[:<events>], then data: {\"error\":…}; variant: errors"},
        {"flood",
         "flood[:<megabytes>] of text as fast as it is read, 0 for endless; variant: line (one line)"},
        {"no-done", "the whole stream without [DONE]"},
        {"json-for-stream", "plain JSON in answer to stream:true; variant: empty"},
        {"call-as-text", "a tool call is written into the text, and tool_calls stays empty"},
        {"crlf", "line ends are CR LF"},
        {"comments", "comments between the events"},
        {"split", "split[:<bytes>], each piece on its way alone"},
        {"token-disabled", "token verification answers status disabled"},
        {"token-expired", "token verification answers status expired"},
        {"no-accounts", "the account list is empty"},
    };
    return table;
}

int Fault::number(int fallback) const
{
    bool ok = false;
    const int value = argument.toInt(&ok);
    return ok ? value : fallback;
}

std::optional<Fault> Fault::parse(const QString& text)
{
    Fault fault;
    QString head = text.trimmed();
    const qsizetype colon = head.indexOf(u':');
    if (colon >= 0) {
        fault.argument = head.mid(colon + 1);
        head.truncate(colon);
    }
    const qsizetype slash = head.indexOf(u'/');
    if (slash >= 0) {
        fault.variant = head.mid(slash + 1);
        head.truncate(slash);
    }
    fault.name = head;
    bool isCode = false;
    const int code = head.toInt(&isCode);
    if (isCode && hasErrorRow(code))
        return fault;
    const auto& table = knownFaults();
    const bool known =
        std::any_of(table.begin(), table.end(), [&](const FaultHelp& row) { return fault.is(row.name); });
    return known ? std::optional(fault) : std::nullopt;
}

} // namespace orangery::sandbox
