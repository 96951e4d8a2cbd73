// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QList>

namespace orangery {

/// Many requests of one model, answered when there is room: usually within five minutes (API.md §11). Under
/// 10 MB in all, and only for models with Model::asyncQueue.
struct BatchRequest
{
    struct Item
    {
        QString reference; ///< the caller's own name for it, which comes back with its answer
        QByteArray body;   ///< the JSON body that a single call would have

        bool operator==(const Item&) const = default;
    };
    QString model;
    QList<Item> items;

    bool operator==(const BatchRequest&) const = default;
};

/// The bodies are what a single call's codec decodes.
struct BatchReply : ServiceFacts
{
    struct Item
    {
        int id = 0; ///< the place in the request
        QString reference;
        bool isSuccess = true;
        QByteArray body; ///< JSON: {"result": …}, or {"errors": […]} where it failed

        bool operator==(const Item&) const = default;
    };
    QString requestId;
    QList<Item> items;

    bool operator==(const BatchReply&) const = default;
};

} // namespace orangery
