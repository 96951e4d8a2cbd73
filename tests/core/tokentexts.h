// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Texts written for the tests of the token counter.
namespace orangery::tokentexts {

extern const QStringView englishStory;
extern const QStringView englishAdvice;
extern const QStringView germanStory;
extern const QStringView germanAdvice;
extern const QStringView chineseStory;
extern const QStringView chineseAdvice;
extern const QStringView russian;
extern const QStringView japanese;
extern const QStringView arabic;
extern const QStringView cpp;
extern const QStringView python;
extern const QStringView javaScript;
extern const QStringView json;

} // namespace orangery::tokentexts
