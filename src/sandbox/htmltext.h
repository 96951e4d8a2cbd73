// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::sandbox {

/// Markdown of what an HTML page says: headings, paragraphs, lists, links, pictures, emphasis, code,
/// quotations and tables. Scripts, styles and comments say nothing.
QString markdownOfHtml(const QString& html);

} // namespace orangery::sandbox
