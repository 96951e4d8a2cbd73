// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

namespace orangery {

/// Takes the reasoning that some models write inline between <think> and </think> out of their text
/// (API.md §3.7), however the pieces are cut. Only a text that starts with the tag has such a part, so prose
/// that mentions it stays as it is.
class ThinkSplitter
{
public:
    /// What the next piece of text adds. The start of a tag that the next piece may complete is held back.
    ChatDelta take(const QString& text);
    /// What was held back, once no more comes.
    ChatDelta finish();

private:
    void decide(ChatDelta& delta);
    void think(ChatDelta& delta);

    enum class Place { Start, Thinking, BeforeText, Text };
    Place m_place = Place::Start;
    bool m_hasThought = false; ///< a character of the reasoning other than leading white space was seen
    QString m_heldBack;
    qsizetype m_blank = 0; ///< at the start: how much of what is held back is white space
};

} // namespace orangery
