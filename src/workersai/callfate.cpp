// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/callfate.h"

#include "workersai/answerfacts.h"
#include "workersai/answervalue.h"
#include "workersai/errorbody.h"

namespace orangery {

namespace {

constexpr qsizetype readBytes = 256 * 1024; // more is a medium, and has no usage beside it

bool isGatewaysWord(int status)
{
    return status == 502 || status == 504 || status == 520 || status == 524;
}

bool mayHaveRun(const HttpReply& reply)
{
    const int status = reply.head.status;
    const bool isSuccess = status >= 200 && status < 300;
    if (!isSuccess && !isGatewaysWord(status))
        return false;
    const ErrorBody body = readErrorBody(reply.body, reply.head.mediaType());
    return !body.saysFailure && (isSuccess ? !body.isHtml : !body.knownCode());
}

} // namespace

CallFate fateOf(const HttpReply& reply)
{
    CallFate fate;
    if (reply.body.size() <= readBytes)
        answervalue::result(reply.body, fate.facts);
    answerfacts::readHead(reply.head, fate.facts);
    fate.mayHaveRun = mayHaveRun(reply);
    return fate;
}

CallFate fateOf(const HttpHead& head, bool mayHaveArrived)
{
    if (head.status != 0)
        return fateOf(HttpReply{head, {}});
    return {.facts = {}, .mayHaveRun = mayHaveArrived};
}

} // namespace orangery
