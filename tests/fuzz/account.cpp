// SPDX-License-Identifier: GPL-3.0-or-later
// What a person pastes: as UTF-8, or as UTF-16 units that need be no whole characters, which a clipboard may
// hold.
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "workersai/accountinput.h"
#include "workersai/curlcommand.h"
#include "workersai/shellwords.h"

#include <algorithm>

namespace orangery::fuzz {
namespace {

bool isTokenText(const QByteArray& token)
{
    return std::ranges::all_of(token, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._~+/=").contains(c);
    });
}

bool isAccountId(const QString& id)
{
    return id.size() == 32 && std::ranges::all_of(id, [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

void readAccount(const QString& text)
{
    const AccountInput input = parseAccountInput(text);
    check(input.accountId.isEmpty() || isAccountId(input.accountId), "an account id has 32 hex digits");
    check(!input.problem.isEmpty() || !input.accountId.isEmpty(), "without an account id there is a problem");
    check(isTokenText(input.token.reveal()), "a token has the characters of tokens");
    const QUrl& base = input.baseUrl;
    if (base.isEmpty())
        return;
    check(base.isValid() && !base.host().isEmpty(), "a base URL has a host");
    check(base.userInfo().isEmpty() && !base.hasQuery() && !base.hasFragment(), "a base URL is bare");
    check(!base.path().endsWith(u'/'), "a base URL ends without a slash");
}

void readToken(const QString& text)
{
    QString problem;
    const SecretString token = parseToken(text, &problem);
    check(token.isEmpty() != problem.isEmpty(), "either a token or a problem");
    check(isTokenText(token.reveal()), "a token has the characters of tokens");
    check(token.reveal().size() <= text.size(), "a token is no longer than the text");
}

void readCommand(const QString& text)
{
    const CurlCommand curl = readCurl(text);
    check(curl.url.size() <= text.size() && curl.token.size() <= text.size(),
          "parts are no longer than the text");
    const QStringList words = shellWords(text);
    QString quoted;
    for (QString word : words)
        quoted += u'\'' + word.replace(u'\'', QStringLiteral("'\\''")) + QStringLiteral("' ");
    check(shellWords(quoted) == words, "quoted words are read again as they were");
}

QString pasted(Input& input)
{
    const bool isUtf8 = input.choose(2) == 0;
    const QByteArray bytes = input.rest();
    const auto units = bytes.size() / static_cast<qsizetype>(sizeof(char16_t));
    return isUtf8 ? QString::fromUtf8(bytes)
                  : QString(reinterpret_cast<const QChar*>(bytes.constData()), units);
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery::fuzz;
    Input input(data, size);
    const int what = input.choose(3);
    const QString text = pasted(input);
    switch (what) {
    case 0:
        readAccount(text);
        break;
    case 1:
        readToken(text);
        break;
    default:
        readCommand(text);
        break;
    }
    return 0;
}
