// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <QStringView>

/// The plain fields of an entry in the project's own catalog files.
namespace orangery::catalogfields {

template <typename T>
struct Field
{
    QStringView name;
    T Model::*member = nullptr;
    T absent; ///< the value of an entry that does not name the field
};

inline constexpr Field<bool> flags[] = {
    {u"tools", &Model::tools, false},
    {u"vision", &Model::vision, false},
    {u"reasoning", &Model::reasoning, false},
    {u"lora", &Model::lora, false},
    {u"asyncQueue", &Model::asyncQueue, false},
    {u"partner", &Model::partner, false},
    {u"realtime", &Model::realtime, false},
    {u"paidPlanOnly", &Model::paidPlanOnly, false},
    {u"beta", &Model::beta, false},
    {u"terms", &Model::terms, false},
    {u"decisionModel", &Model::decisionModel, false},
    {u"listed", &Model::listed, true},
    {u"deprecated", &Model::deprecated, false},
    {u"jsonMode", &Model::jsonMode, false},
};

inline constexpr Field<int> numbers[] = {
    {u"contextWindow", &Model::contextWindow, 0},
    {u"maxOutputTokens", &Model::maxOutputTokens, 0},
};

/// A QString cannot be constexpr; an absent text is an empty one.
struct Text
{
    QStringView name;
    QString Model::*member = nullptr;
};

inline constexpr Text texts[] = {
    {u"task", &Model::task},
    {u"description", &Model::description},
    {u"replacement", &Model::replacement},
};

} // namespace orangery::catalogfields
