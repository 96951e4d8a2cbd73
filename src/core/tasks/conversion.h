// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QList>

namespace orangery {

/// Files to Markdown (API.md §15).
struct ConversionRequest
{
    struct File
    {
        QString name;
        QString mimeType;
        QByteArray data;

        bool operator==(const File&) const = default;
    };
    QList<File> files;
    QByteArray options = {}; ///< a JSON object, `conversionOptions`; empty: not sent

    bool operator==(const ConversionRequest&) const = default;
};

/// One file that failed does not fail the others.
struct ConversionReply : ServiceFacts
{
    struct File
    {
        QString id;
        QString name;
        QString mimeType;
        QString markdown;
        QString error; ///< as the service words it; empty: it worked
        int tokens = 0;

        bool operator==(const File&) const = default;
    };
    QList<File> files;

    bool operator==(const ConversionReply&) const = default;
};

/// A kind of file that can be converted.
struct ConvertibleFormat
{
    QString extension; ///< with its dot, as the service gives it
    QString mimeType;

    bool operator==(const ConvertibleFormat&) const = default;
};

} // namespace orangery
