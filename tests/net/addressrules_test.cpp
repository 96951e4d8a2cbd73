// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/addressrules.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

TEST(AddressRules, Table)
{
    struct
    {
        const char* url;
        bool isLocal;
        bool isSafe;
    } const rows[] = {
        {"https://api.cloudflare.com/client/v4", false, true},
        {"https://gateway.example:8443/x", false, true},
        {"http://api.cloudflare.com/client/v4", false, false},
        {"http://localhost:8787/", true, true},
        {"http://LOCALHOST/", true, true},
        {"http://127.0.0.1:1/", true, true},
        {"http://127.8.9.10/", true, true},
        {"http://[::1]:80/", true, true},
        {"https://127.0.0.1/", true, true},
        {"http://127.0.0.1.example.com/", false, false},
        {"http://localhost.example.com/", false, false},
        {"http://notlocalhost/", false, false},
        {"http://127.0.0.1@example.com/", false, false},
        {"http://0.0.0.0/", false, false},
        {"http://192.168.1.4/", false, false},
        {"http://[fe80::1]/", false, false},
        {"ftp://localhost/", true, false},
        {"file:///etc/passwd", false, false},
        {"localhost:80", false, false},
        {"https:///nohost", false, false},
        {"", false, false},
        {"https://a b/", false, false},
    };
    for (const auto& row : rows) {
        const QUrl url(QString::fromLatin1(row.url));
        EXPECT_EQ(isLoopback(url), row.isLocal) << row.url;
        EXPECT_EQ(isSafeAddress(url), row.isSafe) << row.url;
    }
}

} // namespace
} // namespace orangery
