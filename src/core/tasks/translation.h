// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QStringList>

namespace orangery {

/// Text from one language into another (API.md §13). Each text is one segment: m2m100 translates what it is
/// given as a whole.
struct TranslationRequest
{
    QString model;
    QStringList texts; ///< one for m2m100, any number for indictrans2
    QString source;    ///< ISO 639-1, never “auto”
    QString target;    ///< ISO 639-1; the adapter makes the model's own code of it

    bool operator==(const TranslationRequest&) const = default;
};

struct TranslationReply : ServiceFacts
{
    QStringList texts; ///< one a text of the request, in order

    bool operator==(const TranslationReply&) const = default;
};

/// A long text to a short one (bart-large-cnn).
struct SummaryRequest
{
    QString model;
    QString text;
    std::optional<int> maxLength = {}; ///< tokens

    bool operator==(const SummaryRequest&) const = default;
};

struct SummaryReply : ServiceFacts
{
    QString text;

    bool operator==(const SummaryReply&) const = default;
};

} // namespace orangery
