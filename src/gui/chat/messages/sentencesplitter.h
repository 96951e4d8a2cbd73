// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery {

/// Collects text that streams in and gives it back in finished sentences, to be spoken.
class SentenceSplitter
{
public:
    /// The sentences that `text` finishes; empty when none.
    QString add(const QString& text);
    /// What is left of an unfinished sentence, at the end.
    QString takeRest();

private:
    QString m_text;
};

} // namespace orangery
