// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secretstring.h"
#include "core/tasks/finetune.h"
#include "net/httprequest.h"

#include <QList>

/// LoRA adapters on the wire (API.md §3.8). Pure.
namespace orangery::finetunecodec {

/// A list of `{id, name, model, description, public, created_at, modified_at}`. Entries without id and name
/// are left out. InvalidAnswer where it is no list.
struct Page
{
    QList<Finetune> finetunes;
    qsizetype entries = 0; ///< of the page, readable or not
};
Result<Page> decode(const HttpReply& reply, const SecretString& secret);

} // namespace orangery::finetunecodec
