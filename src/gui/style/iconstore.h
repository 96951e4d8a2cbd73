// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>

namespace orangery {

/// The drawings behind every icon: their sources, the rendered pixmaps and the colours of the modes. Shared
/// by the icons, which may outlive the Icons object. GUI thread.
class IconStore
{
public:
    struct ModeColors
    {
        QColor normal;
        QColor active; ///< hovered or on
        QColor disabled;
    };

    IconStore();

    void setColors(const ModeColors& colors) { m_colors = colors; }
    const ModeColors& colors() const { return m_colors; }

    /// `name` in one colour (its alpha included), `size` device pixels square. Null when there is no such
    /// file.
    QPixmap pixmap(const QString& name, int size, const QColor& color);

    /// Whether the drawing points somewhere and is flipped in right-to-left layouts.
    static bool isMirrored(const QString& name);

private:
    QByteArray source(const QString& name);

    QHash<QString, QByteArray> m_sources;
    QCache<QString, QPixmap> m_pixmaps;
    ModeColors m_colors;
};

} // namespace orangery
