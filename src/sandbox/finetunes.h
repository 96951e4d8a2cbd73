// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/state.h"

namespace orangery::sandbox {

/// `GET …/ai/finetunes`: the account's own. API.md §3.8.
Reply listFinetunes(const State& state);
/// `GET …/ai/finetunes/public?limit&offset&orderBy`; orderBy is a member, with a minus to turn the order.
Reply listPublicFinetunes(const ServerRequest& request);
/// `POST …/ai/finetunes {name, model, description?, public?}`.
Reply createFinetune(const ServerRequest& request, State& state);
/// `POST …/ai/finetunes/{id}/finetune-assets`: one file a call, as a form with `file` and `file_name`.
Reply uploadFinetuneAsset(const ServerRequest& request, const QString& id, State& state);

/// 3039 when `lora` is an adapter of the account whose files are missing.
std::optional<Failure> adapterFailure(const QString& lora, State& state);

} // namespace orangery::sandbox
