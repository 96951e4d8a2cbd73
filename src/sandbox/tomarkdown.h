// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

namespace orangery::sandbox {

/// `POST …/ai/tomarkdown`: files of a form to Markdown, each for itself. API.md §15.
Reply toMarkdown(const ServerRequest& request);
/// `GET …/ai/tomarkdown/supported`: what the sandbox converts, less than the service does.
Reply convertibleFormats();

} // namespace orangery::sandbox
