// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <functional>

namespace orangery {

/// A form with files, as multipart/form-data (RFC 7578). Names and file names travel as UTF-8; what would end
/// their quotes or their line is percent-encoded, as browsers do it (WHATWG HTML, “multipart form data”).
class Multipart
{
public:
    /// Makes one boundary after another: 1 to 70 characters out of letters, digits and `-`.
    using Boundaries = std::function<QByteArray()>;

    /// By default they follow from the parts, so that the same form is the same bytes.
    explicit Multipart(Boundaries boundaries = {});

    void addField(const QString& name, const QString& value);
    /// A media type that is none, or empty, becomes application/octet-stream.
    void addFile(const QString& name, const QString& fileName, const QByteArray& mediaType,
                 const QByteArray& data);
    bool isEmpty() const { return m_parts.isEmpty(); }

    struct Encoded
    {
        QByteArray contentType; ///< multipart/form-data with its boundary
        QByteArray body;
    };
    /// The boundary is the first that occurs in no part.
    Encoded encode() const;

private:
    struct Part
    {
        QByteArray head; ///< with the empty line
        QByteArray data;
    };

    bool hasInside(QByteArrayView boundary) const;
    QByteArray ownBoundary(int number) const;

    Boundaries m_boundaries;
    QList<Part> m_parts;
};

} // namespace orangery
