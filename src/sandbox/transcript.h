// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/audiolevels.h"

#include <QList>
#include <QString>

namespace orangery::sandbox {

/// Words laid over the loud parts of a recording. They come from a fixed stock that says whose they are;
/// nobody listened.
struct Transcript
{
    struct Word
    {
        QString text; ///< with its punctuation
        double start = 0;
        double end = 0;
        double confidence = 1;
    };
    struct Segment
    {
        QList<Word> words; ///< never empty
        int speaker = 0;   ///< changes at every long pause

        double start() const { return words.first().start; }
        double end() const { return words.last().end; }
    };

    QString language; ///< ISO 639-1, of the words
    QList<Segment> segments;

    /// `language` may carry a region (de-AT); the stock has en, de, es, fr and zh, and gives English for
    /// others. `prefix` is heard first.
    static Transcript of(const std::vector<Stretch>& stretches, const QString& language,
                         const QString& prefix = {});

    QString text() const;
    QString textOf(const Segment& segment) const;
    int wordCount() const;
    /// WebVTT, one cue a segment.
    QString vtt() const;
};

} // namespace orangery::sandbox
