// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QVariantMap>

namespace orangery {

/// Text to image, with what an image model may take besides (API.md §7). What is not set is not sent, and a
/// value for which the model has no parameter is left out.
struct ImageRequest
{
    QString model;
    QString prompt;
    QString negativePrompt = {};
    std::optional<QSize> size = {};
    std::optional<int> steps = {}; ///< `steps` or `num_steps`, as the model names it
    std::optional<double> guidance = {};
    std::optional<qint64> seed = {};
    std::optional<double> strength = {}; ///< 0: the base image stays, 1: it is painted over
    QByteArray image = {};               ///< the base image, a file's bytes (img2img, inpainting)
    QByteArray mask = {};                ///< a file's bytes; white is what is painted anew
    QList<QByteArray> references = {};   ///< up to four files, each under 512×512 (FLUX.2)
    QVariantMap extra = {};              ///< parameters of the model's own, by their names on the wire

    bool operator==(const ImageRequest&) const = default;
};

struct ImageReply : ServiceFacts
{
    QByteArray data;  ///< a file's bytes
    QString mimeType; ///< by the bytes themselves: image/png, image/jpeg, image/webp, …

    bool operator==(const ImageReply&) const = default;
};

/// A picture to a text about it (llava, uform, moondream: API.md §14).
struct ImageTextRequest
{
    QString model;
    QByteArray image; ///< a file's bytes
    QString prompt = {};
    int maxTokens = 512;
    QVariantMap extra = {}; ///< parameters of the model's own, e.g. task, target, caption_length

    bool operator==(const ImageTextRequest&) const = default;
};

struct ImageTextReply : ServiceFacts
{
    QString text;          ///< empty where places were asked for
    QString reasoning;     ///< where the model tells it
    QList<QPointF> points; ///< what was pointed at, as the model counts
    QList<QRectF> boxes;   ///< what was detected, as the model counts

    bool operator==(const ImageTextReply&) const = default;
};

} // namespace orangery
