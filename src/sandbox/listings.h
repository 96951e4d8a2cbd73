// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/catalog.h"

namespace orangery::sandbox {

/// `GET …/ai/tasks/search` and `GET …/ai/authors/search`. The shape of their items is not published; these
/// are those of the task and the author inside a model. API.md §5.
Reply listTasks(const Catalog& catalog);
Reply listAuthors(const Catalog& catalog);

} // namespace orangery::sandbox
