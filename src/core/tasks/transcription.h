// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QList>
#include <QVariantMap>

namespace orangery {

/// Speech to text (API.md §8). The audio goes out in the form that the model takes: raw, base64 in JSON, or
/// raw with the options in the query.
struct TranscriptionRequest
{
    QString model;
    QByteArray audio;      ///< a whole file
    QString mimeType;      ///< e.g. audio/flac
    double seconds = 0;    ///< its length, for the price; 0: not known
    QString language = {}; ///< ISO 639-1; empty: not sent, the model finds out
    bool translateToEnglish = false;
    QString initialPrompt = {}; ///< names and words to expect
    std::optional<bool> vadFilter = {};
    bool diarize = false;          ///< who speaks, where the model can tell
    bool optOutOfTraining = false; ///< `mip_opt_out`, where the model has it (U28)
    QVariantMap extra = {};        ///< parameters of the model's own, by their names on the wire

    bool operator==(const TranscriptionRequest&) const = default;
};

/// All times are seconds from the start of the audio. What the model does not tell is not set.
struct TranscriptionReply : ServiceFacts
{
    struct Word
    {
        QString word;
        double start = 0;
        double end = 0;
        std::optional<double> confidence;
        std::optional<int> speaker; ///< 0, 1, …

        bool operator==(const Word&) const = default;
    };
    struct Segment
    {
        double start = 0;
        double end = 0;
        QString text;
        std::optional<double> temperature;
        std::optional<double> averageLogProbability;
        std::optional<double> compressionRatio;
        std::optional<double> noSpeechProbability;
        std::optional<int> speaker;
        QList<Word> words;

        bool operator==(const Segment&) const = default;
    };
    QString text;
    QString language; ///< as found or given; empty: not told
    std::optional<double> languageProbability;
    std::optional<double> duration;
    QList<Segment> segments;
    QList<Word> words;
    QString vtt;

    bool operator==(const TranscriptionReply&) const = default;
};

} // namespace orangery
