// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::pemfile {

/// What a file of certificates looks like from outside; whether a certificate is any good, TLS decides.
struct Facts
{
    int certificates = 0; ///< PEM blocks with sound base64
    bool isReadable = true;
    bool isTooLarge = false;
    bool hasPrivateKey = false; ///< not needed here, and worth a word

    bool isUsable() const { return isReadable && !isTooLarge && certificates > 0; }
    /// “2 certificates found; they are trusted beside the system's.” or why the file is of no use.
    QString sentence() const;
};

/// Reads at most 4 MB.
Facts read(const QString& path);

} // namespace orangery::pemfile
