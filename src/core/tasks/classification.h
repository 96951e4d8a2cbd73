// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QList>
#include <QRectF>

namespace orangery {

/// A text to labels (distilbert).
struct TextClassificationRequest
{
    QString model;
    QString text;

    bool operator==(const TextClassificationRequest&) const = default;
};

/// A picture to labels or, with a detection model, to labels with boxes (API.md §14).
struct ImageClassificationRequest
{
    QString model;
    QByteArray image; ///< a file's bytes

    bool operator==(const ImageClassificationRequest&) const = default;
};

struct ClassificationReply : ServiceFacts
{
    struct Label
    {
        QString label;
        double score = 0;          ///< 0 … 1
        std::optional<QRectF> box; ///< in pixels of the picture; only of a detection

        bool operator==(const Label&) const = default;
    };
    QList<Label> labels; ///< best first

    bool operator==(const ClassificationReply&) const = default;
};

} // namespace orangery
