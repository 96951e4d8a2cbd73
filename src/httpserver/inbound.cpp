// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/inbound.h"

namespace orangery {

Inbound::Verdict Inbound::headComplete()
{
    ServerRequest& request = m_transfer->request;
    // An encoded body could unpack to any size, past every limit.
    const QByteArray encoding = request.header("Content-Encoding").trimmed();
    if (!encoding.isEmpty() && encoding.compare("identity", Qt::CaseInsensitive) != 0)
        m_refusal = 415;

    bool isNumber = false;
    const qint64 announced = request.header("Content-Length").trimmed().toLongLong(&isNumber);
    if (isNumber && announced > m_options.bodyLimit)
        m_refusal = 413;
    if (!m_refusal) {
        if (isNumber)
            request.body.reserve(announced);
        return Verdict::Read;
    }
    const bool waits = !request.header("Expect").isEmpty(); // it sends nothing before our word
    const bool tooMuch = isNumber && announced > m_options.bodyLimit + m_options.drainLimit;
    return waits || tooMuch ? Verdict::RefuseNow : Verdict::Read;
}

Inbound::Verdict Inbound::bodyPiece(const char* data, std::size_t size)
{
    ServerRequest& request = m_transfer->request;
    m_received += static_cast<qint64>(size);
    if (m_received > m_options.bodyLimit && !m_refusal) {
        m_refusal = 413;
        request.body = {};
    }
    if (!m_refusal)
        request.body.append(data, static_cast<qsizetype>(size));
    else if (m_received > m_options.bodyLimit + m_options.drainLimit)
        return Verdict::HangUp;
    return Verdict::Read;
}

} // namespace orangery
