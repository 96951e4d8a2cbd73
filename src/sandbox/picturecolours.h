// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>

namespace orangery::sandbox {

/// What the sandbox sees in a picture: colours by name and where they lie together.
struct PictureColours
{
    struct Share
    {
        QString name;     ///< English, lower case
        double share = 0; ///< of all pixels
    };
    struct Area
    {
        QString name;
        QRectF box;      ///< 0 to 1 of the picture's sides, inside it
        double fill = 0; ///< the part of the box that has the colour
    };

    QSize size;
    QList<Share> shares; ///< of all colours that have a name, the largest first
    QList<Area> areas;   ///< of other colours than the edge mostly has, the largest first

    static PictureColours of(const QImage& picture);

    /// "mostly red, with white and grey"
    QString sentence() const;
};

} // namespace orangery::sandbox
