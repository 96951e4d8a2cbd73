// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <microhttpd.h>

namespace orangery {

/// The functions that libmicrohttpd calls on its polling thread, for HttpDaemon. None lets an exception out.
class HttpCallbacks
{
public:
    static MHD_Result handle(void* self, MHD_Connection* connection, const char* url, const char* method,
                             const char* version, const char* data, std::size_t* size, void** context);
    static void completed(void* self, MHD_Connection* connection, void** context,
                          MHD_RequestTerminationCode code);
    static void connection(void* self, MHD_Connection* connection, void** context,
                           MHD_ConnectionNotificationCode code);
    static void* requestLine(void* self, const char* target, MHD_Connection* connection);
};

} // namespace orangery
