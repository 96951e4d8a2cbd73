// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/httpcallbacks.h"

#include "httpserver/httpdaemon.h"
#include "httpserver/inbound.h"

#include <cstring>
#include <exception>
#include <string_view>
#include <sys/socket.h>

namespace orangery {

namespace {

MHD_Result collectHeader(void* headers, MHD_ValueKind, const char* key, const char* value)
{
    static_cast<HeaderList*>(headers)->append({QByteArray(key), QByteArray(value)});
    return MHD_YES;
}

ssize_t readChunk(void* holder, std::uint64_t, char* buffer, std::size_t size)
{
    const auto& transfer = *static_cast<std::shared_ptr<Transfer>*>(holder);
    return static_cast<ssize_t>(transfer->read(buffer, static_cast<qint64>(size)));
}

void freeHolder(void* holder)
{
    delete static_cast<std::shared_ptr<Transfer>*>(holder);
}

std::string_view reason(int status)
{
    return status == 415 ? "Content-Encoding is not supported.\n" : "The request body is too large.\n";
}

MHD_Result refuse(MHD_Connection* connection, int status)
{
    const std::string_view text = reason(status);
    MHD_Response* response =
        MHD_create_response_from_buffer(text.size(), const_cast<char*>(text.data()), MHD_RESPMEM_PERSISTENT);
    if (!response)
        return MHD_NO;
    MHD_add_response_header(response, "Content-Type", "text/plain; charset=utf-8");
    // Whatever of the body is still on its way must never be read as the next request.
    MHD_add_response_header(response, "Connection", "close");
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(status), response);
    MHD_destroy_response(response);
    return result;
}

/// microhttpd takes no answer in the middle of a body, so the refusal goes straight to the socket.
MHD_Result refuseAndHangUp(MHD_Connection* connection, int status)
{
    const std::string_view text = reason(status);
    QByteArray raw = "HTTP/1.1 " + QByteArray::number(status) +
                     " Refused\r\nConnection: close\r\n"
                     "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " +
                     QByteArray::number(static_cast<qint64>(text.size())) + "\r\n\r\n";
    raw.append(text.data(), static_cast<qsizetype>(text.size()));
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info)
        ::send(info->connect_fd, raw.constData(), static_cast<std::size_t>(raw.size()),
               MSG_DONTWAIT | MSG_NOSIGNAL);
    return MHD_NO;
}

MHD_Result answer(MHD_Connection* connection, const std::shared_ptr<Transfer>& transfer,
                  const Transfer::Head& head)
{
    MHD_Response* response = nullptr;
    if (head.whole) {
        response =
            MHD_create_response_from_buffer(static_cast<std::size_t>(head.body.size()),
                                            const_cast<char*>(head.body.constData()), MHD_RESPMEM_MUST_COPY);
    } else {
        const std::uint64_t length =
            head.length < 0 ? MHD_SIZE_UNKNOWN : static_cast<std::uint64_t>(head.length);
        auto* holder = new std::shared_ptr<Transfer>(transfer);
        response = MHD_create_response_from_callback(length, 32 * 1024, &readChunk, holder, &freeHolder);
        if (!response)
            freeHolder(holder);
    }
    if (!response)
        return MHD_NO;
    for (const auto& [name, value] : head.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(head.status), response);
    MHD_destroy_response(response);
    return result;
}

} // namespace

void* HttpCallbacks::requestLine(void* self, const char* target, MHD_Connection* connection)
try {
    const auto* daemon = static_cast<HttpDaemon*>(self);
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    auto transfer = std::make_shared<Transfer>(connection, info ? info->connect_fd : -1,
                                               daemon->m_options.pendingLimit, daemon->m_notify);
    transfer->request.target = target;
    const qsizetype mark = transfer->request.target.indexOf('?');
    if (mark >= 0)
        transfer->request.query = transfer->request.target.mid(mark + 1);
    transfer->request.path = QByteArray::fromPercentEncoding(mark < 0 ? transfer->request.target
                                                                      : transfer->request.target.left(mark));
    return new Inbound(std::move(transfer), daemon->m_options);
} catch (const std::exception&) {
    return nullptr;
}

MHD_Result HttpCallbacks::handle(void* self, MHD_Connection* connection, const char*, const char* method,
                                 const char*, const char* data, std::size_t* size, void** context)
try {
    auto* daemon = static_cast<HttpDaemon*>(self);
    auto* inbound = static_cast<Inbound*>(*context);
    if (!inbound || daemon->m_stopping)
        return MHD_NO;

    if (!inbound->headSeen) {
        inbound->headSeen = true;
        ServerRequest& request = inbound->transfer().request;
        request.method = method;
        MHD_get_connection_values(connection, MHD_HEADER_KIND, &collectHeader, &request.headers);
        if (inbound->headComplete() == Inbound::Verdict::RefuseNow)
            return refuse(connection, inbound->refusal());
        return MHD_YES;
    }
    if (*size > 0) {
        const Inbound::Verdict verdict = inbound->bodyPiece(data, *size);
        *size = 0;
        return verdict == Inbound::Verdict::HangUp ? refuseAndHangUp(connection, inbound->refusal())
                                                   : MHD_YES;
    }
    if (inbound->refusal())
        return refuse(connection, inbound->refusal());

    if (!inbound->dispatched) {
        inbound->dispatched = true;
        daemon->requestComplete(connection, inbound->sharedTransfer());
        inbound->transfer().arrived();
    }
    Transfer::Head head;
    switch (inbound->transfer().next(head)) {
    case Transfer::Step::Wait:
        return MHD_YES;
    case Transfer::Step::Answer:
        return answer(connection, inbound->sharedTransfer(), head);
    case Transfer::Step::HangUp:
        break;
    }
    return MHD_NO;
} catch (const std::exception&) {
    return MHD_NO;
}

void HttpCallbacks::completed(void* self, MHD_Connection* connection, void** context,
                              MHD_RequestTerminationCode code)
{
    auto* inbound = static_cast<Inbound*>(*context);
    *context = nullptr;
    if (!inbound)
        return;
    static_cast<HttpDaemon*>(self)->requestEnded(connection);
    if (inbound->dispatched)
        inbound->transfer().completed(code == MHD_REQUEST_TERMINATED_COMPLETED_OK);
    delete inbound;
}

void HttpCallbacks::connection(void* self, MHD_Connection* connection, void**,
                               MHD_ConnectionNotificationCode code)
{
    auto* daemon = static_cast<HttpDaemon*>(self);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        daemon->connectionClosed(connection);
        return;
    }
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info)
        daemon->connectionOpened(connection, info->connect_fd);
}

} // namespace orangery
