// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::sandbox {

/// Numbers that follow from a seed alone and are the same on every machine (SplitMix64).
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }
    /// 0 ≤ result < 1
    double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    double between(double least, double most) { return least + (most - least) * unit(); }
    int below(int count) { return static_cast<int>(next() % static_cast<quint64>(count)); }

private:
    quint64 m_state;
};

/// A seed out of a text (FNV-1a over UTF-16); qHash differs between versions of Qt.
inline quint64 seedOf(const QString& text)
{
    quint64 hash = 0xCBF29CE484222325U;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x100000001B3U;
    return hash;
}

} // namespace orangery::sandbox
