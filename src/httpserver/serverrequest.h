// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <utility>

namespace orangery {

/// Header fields in the order of the wire; a name may come twice.
using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One complete HTTP request. Text is as it came: Latin-1 or UTF-8 is the reader's decision.
struct ServerRequest
{
    QByteArray method;  ///< as sent, upper case by convention: GET, POST …
    QByteArray target;  ///< path and query exactly as sent, percent-encoded
    QByteArray path;    ///< percent-decoded, without the query
    QByteArray query;   ///< without the question mark, percent-encoded
    HeaderList headers; ///< never empty for HTTP/1.1
    QByteArray body;    ///< complete; at most ServerOptions::bodyLimit bytes

    /// The first header of this name (case-insensitive); null when there is none.
    QByteArray header(const QByteArray& name) const
    {
        for (const auto& [key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

} // namespace orangery
