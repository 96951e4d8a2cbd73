// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace orangery {

/// The body of a request, handed out once.
///
/// Why: over HTTP/1.1, QNetworkAccessManager sends a request anew by itself when the connection ends before
/// the answer begins (a proxy that gives up on a slow model does just that), and every repetition costs
/// neurons. A body that cannot be rewound makes that an error, and asking again stays the caller's decision.
/// The price: a 307 or 308 answer to a request with a body is not followed (ErrorKind::RedirectRefused).
class UploadBody : public QIODevice
{
    Q_OBJECT

public:
    explicit UploadBody(QByteArray bytes, QObject* parent = nullptr);

    /// Nothing of it has been taken, so nothing of it has left. Qt takes it in this thread, even where it
    /// sends in another.
    bool isUntouched() const { return pos() == 0; }
    /// Qt wanted to send it again.
    bool wasRepetitionRefused() const { return m_wasRepetitionRefused; }

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    bool m_wasRepetitionRefused = false;
};

} // namespace orangery
