// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace orangery {

/// One part of a form with files.
struct FormPart
{
    QByteArray name;      ///< UTF-8
    QByteArray fileName;  ///< UTF-8, without any folder; null: the part is no file
    QByteArray mediaType; ///< as sent; empty: not told
    QByteArray data;
};

/// Reads multipart/form-data (RFC 7578) that has arrived in full. The parts share the body's memory until
/// they are changed. Stateless, any thread.
class MultipartReader
{
public:
    /// The boundary that a Content-Type names; null when that is no multipart/form-data or names none.
    static QByteArray boundaryOf(const QByteArray& contentType);

    /// The parts in the order of the wire. Error: InvalidInput when the type names no boundary, the last
    /// delimiter is missing, a part has no name, or there are more than mostParts of them.
    static Result<QList<FormPart>> read(const QByteArray& contentType, const QByteArray& body);

    static constexpr qsizetype mostParts = 1000;
    static constexpr qsizetype mostHeadBytes = 16 * 1024; ///< of one part
};

} // namespace orangery
