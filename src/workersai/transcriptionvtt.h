// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/transcription.h"

/// WebVTT as the models write it (API.md §8).
namespace orangery::transcriptionvtt {

/// The cues, as segments without words. Times may lack hours or minutes (`00.500 --> 01.240`); notes, styles,
/// identifiers, settings and markup are left out. Empty where there is no cue.
QList<TranscriptionReply::Segment> segments(const QString& vtt);

} // namespace orangery::transcriptionvtt
