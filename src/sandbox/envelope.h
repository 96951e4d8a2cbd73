// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

namespace orangery::sandbox {

/// The envelope of API.md §1 around `result` (JSON); `resultInfo` (JSON) only for lists.
Reply success(const QByteArray& result, const QByteArray& resultInfo = {});
Reply failure(const Failure& failure);
/// The same refusal in the body form of `/ai/v1`.
Reply openAiFailure(const Failure& failure);

Reply jsonReply(int status, const QByteArray& body);

/// `{"code":…,"message":…}`, without `code` when there is none.
QByteArray errorObject(int code, const QString& message);

} // namespace orangery::sandbox
