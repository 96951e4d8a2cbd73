// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownblock.h"

#include <QTextLayout>

namespace orangery {

struct MessageStyle;

/// The runs of a text as formats for a QTextLayout.
QList<QTextLayout::FormatRange> inlineFormats(const QList<InlineRun>& runs, const MessageStyle& style);

/// An address that a click may open: http, https or mailto. Anything else stays text.
bool isOpenableLink(const QString& href);

/// The links of a laid-out text, `origin` added to their places.
void appendLinks(const QTextLayout& layout, const QString& text, const QList<InlineRun>& runs, QPointF origin,
                 QList<struct LinkPlace>& places);
QString linkAtPosition(const QList<InlineRun>& runs, int position);

/// The selection as a format range; empty when there is none.
QList<QTextLayout::FormatRange> selectionFormats(int from, int to, const QColor& background);

} // namespace orangery
