// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/transcription.h"

#include <QJsonValue>

/// Words and segments in the answers of speech recognition (API.md §8).
namespace orangery::transcriptionparts {

/// {word, start, end, confidence?, speaker?}; what has no word or no times is left out.
QList<TranscriptionReply::Word> words(const QJsonValue& value);

/// {start, end, text | transcript, …, words?, speaker?}; what has no text or no times is left out.
QList<TranscriptionReply::Segment> segments(const QJsonValue& value);

/// One segment for each stretch of words by one speaker; empty where no word names one.
QList<TranscriptionReply::Segment> turns(const QList<TranscriptionReply::Word>& words);

/// By their start; words that start at once stay in their order.
void sortByTime(QList<TranscriptionReply::Word>& words);

} // namespace orangery::transcriptionparts
