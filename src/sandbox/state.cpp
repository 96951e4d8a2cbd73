// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state.h"

#include "httpserver/multipartreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <utility>

namespace orangery::sandbox {

namespace {

constexpr std::size_t keptRequests = 500;
constexpr qsizetype keptBody = 256 * 1024;        ///< of one request
constexpr qsizetype keptBodies = 8 * 1024 * 1024; ///< of all; pictures as numbers grow fourfold when parsed

bool isSecret(const QByteArray& lowerName)
{
    return lowerName.contains("authorization") || lowerName == "cookie" || lowerName == "x-api-key" ||
           lowerName == "x-auth-key";
}

/// What a form said, in its order: texts as they are, of a file what it is called and how large it is.
QJsonArray formOf(const QList<FormPart>& parts)
{
    QJsonArray form;
    for (const FormPart& part : parts) {
        QJsonObject entry{{QStringLiteral("name"), QString::fromUtf8(part.name)}};
        if (part.fileName.isNull()) {
            entry[QStringLiteral("value")] = QString::fromUtf8(part.data.left(keptBody));
        } else {
            entry[QStringLiteral("fileName")] = QString::fromUtf8(part.fileName);
            entry[QStringLiteral("mediaType")] = QString::fromUtf8(part.mediaType);
            entry[QStringLiteral("size")] = part.data.size();
        }
        form.append(entry);
    }
    return form;
}

} // namespace

State::State(const SandboxOptions& initial) : options(initial) {}

void State::arm(const Fault& fault, const QString& text, int count, const QString& path)
{
    m_armed.push_back({fault, text, count < 1 ? -1 : count, path});
}

Fault State::takeFault(const QString& path)
{
    const auto found = std::find_if(m_armed.begin(), m_armed.end(),
                                    [&](const Armed& armed) { return path.contains(armed.path); });
    if (found == m_armed.end())
        return {};
    Fault fault = found->fault;
    if (found->left > 0 && --found->left == 0)
        m_armed.erase(found);
    return fault;
}

bool State::nextTellsNeurons()
{
    ++m_answers;
    return options.omitNeuronsEvery <= 0 || m_answers % options.omitNeuronsEvery != 0;
}

void State::omitNeurons(int everyAnswers)
{
    options.omitNeuronsEvery = everyAnswers;
    m_answers = 0;
}

void State::record(const ServerRequest& request, const QString& faultText)
{
    QJsonObject headers;
    bool authorized = false;
    for (const auto& [name, value] : request.headers) {
        const QByteArray lower = name.toLower();
        if (lower == "authorization")
            authorized = true;
        if (!isSecret(lower))
            headers[QString::fromLatin1(lower)] = QString::fromUtf8(value);
    }
    QJsonObject entry{
        {QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("path"), QString::fromUtf8(request.path)},
        {QStringLiteral("query"), QString::fromUtf8(request.query)},
        {QStringLiteral("headers"), headers},
        {QStringLiteral("authorization"), authorized},
        {QStringLiteral("bodySize"), request.body.size()},
    };
    if (!faultText.isEmpty())
        entry[QStringLiteral("fault")] = faultText;
    qsizetype kept = 0;
    if (request.body.size() <= keptBody) {
        const QJsonDocument body = QJsonDocument::fromJson(request.body);
        if (!body.isNull()) {
            entry[QStringLiteral("body")] =
                body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
            kept = request.body.size();
        }
    }
    if (const auto form = MultipartReader::read(request.header("Content-Type"), request.body))
        entry[QStringLiteral("form")] = formOf(*form);
    m_requests.push_back({entry, kept});
    m_keptBytes += kept;
    if (m_requests.size() > keptRequests) {
        m_keptBytes -= m_requests.front().bodyBytes;
        m_requests.pop_front();
    }
    for (Recorded& old : m_requests) {
        if (m_keptBytes <= keptBodies)
            break;
        m_keptBytes -= std::exchange(old.bodyBytes, 0);
        old.entry.remove(QStringLiteral("body"));
    }
}

QJsonObject State::describe() const
{
    QJsonArray requests;
    for (const Recorded& request : m_requests)
        requests.append(request.entry);
    QJsonArray faults;
    for (const Armed& armed : m_armed) {
        faults.append(QJsonObject{{QStringLiteral("fault"), armed.text},
                                  {QStringLiteral("left"), armed.left},
                                  {QStringLiteral("path"), armed.path}});
    }
    const QDateTime time = now();
    const QJsonObject quota{
        {QStringLiteral("used"), usedToday()},
        {QStringLiteral("limit"), options.dailyNeurons},
        {QStringLiteral("day"), time.date().toString(Qt::ISODate)},
        {QStringLiteral("plan"),
         options.plan == SandboxOptions::Plan::Free ? QStringLiteral("free") : QStringLiteral("paid")},
    };
    return {{QStringLiteral("requests"), requests},
            {QStringLiteral("faults"), faults},
            {QStringLiteral("quota"), quota},
            {QStringLiteral("booked"), m_ledger.booked().describe()},
            {QStringLiteral("lost"), m_ledger.lost().describe()},
            {QStringLiteral("now"), time.toString(Qt::ISODate)}};
}

void State::reset()
{
    m_requests.clear();
    m_keptBytes = 0;
    m_answers = 0;
    m_variants = 0;
    m_armed.clear();
    m_ledger.clear();
    agreedLicences.clear();
    promptCache.clear();
    batches.clear();
    finetunes.clear();
}

} // namespace orangery::sandbox
