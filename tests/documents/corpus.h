// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <random>

namespace orangery::test {

/// Texts that touch every rule: what models write, what the dialect allows, and what breaks parsers.
QStringList markdownCorpus();

/// `lines` lines drawn from a set of awkward ones.
QString randomMarkdown(std::mt19937& random, int lines);

} // namespace orangery::test
