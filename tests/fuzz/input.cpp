// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/input.h"

#include <algorithm>
#include <random>

namespace orangery::fuzz {

namespace {

constexpr int longestPiece = 40;

Pieces everyByte(QByteArrayView bytes)
{
    Pieces pieces;
    pieces.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); ++at)
        pieces.append(bytes.sliced(at, 1));
    return pieces;
}

Pieces someSizes(QByteArrayView bytes, int seed)
{
    Pieces pieces;
    std::minstd_rand random(static_cast<unsigned>(seed) + 1);
    while (!bytes.isEmpty()) {
        const auto wanted = static_cast<qsizetype>(random() % longestPiece);
        const qsizetype size = std::min(wanted, bytes.size());
        pieces.append(bytes.first(size));
        bytes = bytes.sliced(size);
    }
    return pieces;
}

} // namespace

int Input::choose(int count)
{
    if (m_bytes.isEmpty())
        return 0;
    const int byte = static_cast<unsigned char>(m_bytes.front());
    m_bytes = m_bytes.sliced(1);
    return (byte + 256 - 'a') % 256 % count;
}

QByteArray Input::line()
{
    const qsizetype end = m_bytes.indexOf('\n');
    const QByteArray line = end < 0 ? rest() : m_bytes.first(end).toByteArray();
    m_bytes = end < 0 ? QByteArrayView() : m_bytes.sliced(end + 1);
    return line;
}

QList<Pieces> allCuts(QByteArrayView bytes, int seed)
{
    return {{bytes}, everyByte(bytes), someSizes(bytes, seed)};
}

} // namespace orangery::fuzz
