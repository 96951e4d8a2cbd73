// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/job.h"
#include "workersai/apicontext.h"

#include <QSet>
#include <memory>

namespace orangery {

class ApiCall;
class HttpClient;
struct HttpReply;

/// The live catalog, page by page until an empty or short one (API.md §5). What the service does not say
/// (flags that only the documentation has, prices of unpriced entries) is filled in from `bundled`; what only
/// `bundled` knows follows at the end, not listed. A list without any model is InvalidAnswer, so that it
/// replaces nothing.
class CatalogJob : public ResultJob<Catalog>
{
    Q_OBJECT

public:
    CatalogJob(HttpClient& client, ApiContext api, Catalog bundled, QObject* context);
    ~CatalogJob() override;

protected:
    void start() override;
    void abort() override;

private:
    void ask(int page);
    void take(int page, const HttpReply& reply);
    void finishCatalog();

    ApiContext m_api;
    Catalog m_bundled;
    Catalog m_live;
    QSet<QString> m_ids; ///< of m_live
    std::unique_ptr<ApiCall> m_call;
};

/// The catalog compiled into the program (resource :/catalog/models.json). Never fails on a sound build.
Catalog bundledCatalog();

} // namespace orangery
