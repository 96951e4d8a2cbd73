// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httprequest.h"

#include <QJsonArray>

namespace orangery {

/// One page of a list endpoint (API.md §5, §17): `result` is an array, `result_info` may tell totals.
struct ApiPage
{
    QJsonArray items;
    int perPage = 0;    ///< as the service applied it; 0: not said
    int totalCount = 0; ///< 0: not said

    /// Whether asking for another page makes sense. Ends at an empty or short page; totals, where told, only
    /// prolong it, since a service may apply a smaller page size than was asked for.
    bool mayHaveMore(int askedPerPage, qsizetype gathered) const;
};

/// A service that repeats its last page for ever must not be followed for ever.
inline constexpr int maxPages = 50;

/// InvalidAnswer when the answer is no list.
Result<ApiPage> readPage(const HttpReply& reply, const SecretString& secret);

} // namespace orangery
