// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace orangery::sandbox {

/// What can be recognised in the sandbox's pictures.
enum class Motif { Car, House, Tree, Boat, Flower, Cat, Mountain };

/// What a prompt asks for, as far as the sandbox understands it: some words for colours and things in
/// English, German, Spanish, French and Chinese.
struct Scene
{
    struct Thing
    {
        Motif motif = Motif::Car;
        QColor colour; ///< a colour named just before the thing, else one of the palette
    };

    QList<QColor> palette; ///< at least three, of the words where they name any, else of the seed
    QList<Thing> things;
    bool isNight = false;
    bool hasSea = false;

    /// What `negative` names is left out.
    static Scene of(const QString& prompt, const QString& negative, quint64 seed);
};

} // namespace orangery::sandbox
