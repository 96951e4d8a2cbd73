// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <initializer_list>
#include <optional>

/// Finds its way in JSON without building a tree, for answers that are one string of many megabytes.
/// It sees to it that strings end and brackets match; what stands between them is for whoever reads a value.
namespace orangery::jsonscan {

struct Member
{
    QByteArrayView name;  ///< as it stands between its quotes
    QByteArrayView value; ///< as it stands in the text, a string with its quotes
};

/// The members of the object that `json` is, white space around it and a byte order mark before it aside.
/// Views into `json`. Nothing where that is no object or does not come to its end.
std::optional<QList<Member>> members(QByteArrayView json);

/// The value of the last member of this name, as the parsers of the world take it; empty: there is none.
QByteArrayView valueOf(const QList<Member>& members, QByteArrayView name);

/// `json` with every member of the outermost object whose value is longer than `most` bytes replaced by
/// `true`, except those that are `kept`. Nothing where it is no object.
std::optional<QByteArray> shortened(QByteArrayView json, qsizetype most,
                                    std::initializer_list<QByteArrayView> kept);

} // namespace orangery::jsonscan
