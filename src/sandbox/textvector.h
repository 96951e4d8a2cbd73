// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace orangery::sandbox {

/// A vector of length 1 that depends on nothing but its input: words and runs of three characters are hashed
/// into `dimension` numbers, so texts that share them are near. `kind` tells models and poolings apart, whose
/// vectors have nothing to do with each other.
std::vector<float> textVector(const QString& text, int dimension, const QString& kind);

/// How near two texts are, 0 … 1, by the same measure.
double similarity(const QString& first, const QString& second);

} // namespace orangery::sandbox
