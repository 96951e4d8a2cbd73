// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <cstddef>
#include <cstdint>

namespace orangery::fuzz {

/// What the fuzzer made up, read from its front: some choices, lines, and then the text itself.
class Input
{
public:
    Input(const std::uint8_t* data, std::size_t size)
        : m_bytes(reinterpret_cast<const char*>(data), toSize(size))
    {}

    /// A number below `count`, by the next byte: `a` is 0, `b` is 1 and so on, so that a corpus can be read.
    /// 0 where there is no byte.
    int choose(int count);
    /// Up to and without the next LF; all of it where there is none.
    QByteArray line();
    QByteArray rest() const { return m_bytes.toByteArray(); }

private:
    static qsizetype toSize(std::size_t size) { return static_cast<qsizetype>(size); }

    QByteArrayView m_bytes;
};

using Pieces = QList<QByteArrayView>;

/// `bytes` as they are, byte by byte, and in pieces of sizes that follow from `seed`, some of them empty.
QList<Pieces> allCuts(QByteArrayView bytes, int seed);

} // namespace orangery::fuzz
