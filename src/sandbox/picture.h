// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace orangery::sandbox {

/// What a picture is painted from. Equal orders give equal pictures, bit for bit.
struct PictureOrder
{
    QString prompt;
    QString negativePrompt = {};
    quint64 seed = 0;
    QSize size = {1024, 1024};
    int steps = 4;                 ///< more of them add detail; what was there stays
    double guidance = 7.5;         ///< more of it makes the colours stronger
    QImage base = {};              ///< painted on, by `strength`
    double strength = 1;           ///< 0: the base stays, 1: it is gone
    QImage mask = {};              ///< the base is touched only where this is white
    QList<QImage> references = {}; ///< lend their colours and hang in the picture
};

/// A landscape with what the prompt names, as far as Scene understands it. Opaque. Any thread; needs no
/// QGuiApplication, for it draws no text.
QImage paint(const PictureOrder& order);

} // namespace orangery::sandbox
