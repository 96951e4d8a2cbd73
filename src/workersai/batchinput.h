// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace orangery {

/// What the body of one item of a batch holds, as far as it can be billed; zero where it holds nothing of it
/// and for what is no JSON. Pure.
struct BatchInput
{
    qint64 tokens = 0;            ///< of every text in it, whatever its name
    int pictures = 0;             ///< given as data: addresses
    std::optional<int> maxTokens; ///< of the answer
    qint64 audioBytes = 0;        ///< given as Base64 or as one number a byte
    int characters = 0;           ///< of `text`

    static BatchInput of(const QByteArray& body);
};

} // namespace orangery
