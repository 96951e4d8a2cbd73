// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/base64.h"

#include <array>
#include <cstdint>

namespace orangery {

namespace {

constexpr std::uint32_t invalid = 0x01000000; // above the 24 bits of a group

using Table = std::array<std::uint32_t, 256>;

/// What each character stands for, at its place in the group.
constexpr Table tableOf(unsigned shift)
{
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Table table{};
    table.fill(invalid);
    for (std::uint32_t value = 0; value < 64; ++value)
        table[static_cast<unsigned char>(alphabet[value])] = value << shift;
    return table;
}

constexpr std::array<Table, 4> tables{tableOf(18), tableOf(12), tableOf(6), tableOf(0)};

std::uint32_t group(const unsigned char* text)
{
    return tables[0][text[0]] | tables[1][text[1]] | tables[2][text[2]] | tables[3][text[3]];
}

void write(std::uint32_t bits, char* out)
{
    out[0] = static_cast<char>(bits >> 16);
    out[1] = static_cast<char>(bits >> 8);
    out[2] = static_cast<char>(bits);
}

} // namespace

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    if (text.isEmpty())
        return QByteArray();
    const qsizetype padding = text.endsWith("==") ? 2 : text.endsWith('=') ? 1 : 0;
    const qsizetype groups = text.size() / 4;
    QByteArray bytes(groups * 3, Qt::Uninitialized);
    const unsigned char* in = reinterpret_cast<const unsigned char*>(text.data());
    char* out = bytes.data();
    std::uint32_t seen = 0;
    for (qsizetype i = 1; i < groups; ++i, in += 4, out += 3) {
        const std::uint32_t bits = group(in);
        seen |= bits;
        write(bits, out);
    }
    std::array<unsigned char, 4> last{in[0], in[1], in[2], in[3]};
    for (qsizetype i = 0; i < padding; ++i)
        last[static_cast<size_t>(3 - i)] = 'A';
    const std::uint32_t bits = group(last.data());
    write(bits, out);
    if ((seen | bits) & invalid)
        return std::nullopt;
    bytes.chop(padding);
    return bytes;
}

} // namespace orangery
