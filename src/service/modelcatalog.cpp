// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/modelcatalog.h"

#include "service/accounts.h"
#include "service/quotaclock.h"
#include "storage/catalogcache.h"
#include "workersai/catalogjob.h"
#include "workersai/catalogreader.h"
#include "workersai/catalogwriter.h"
#include "workersai/schemajob.h"

#include <algorithm>

namespace orangery {

ModelCatalog::ModelCatalog(HttpClient& client, Accounts& accounts, const QuotaClock& clock, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_accounts(accounts),
      m_clock(clock),
      m_bundled(bundledCatalog()),
      m_known(m_bundled)
{
    m_writer.setMaxThreadCount(1); // in their order
    m_catalog = ofToday();
}

ModelCatalog::~ModelCatalog() = default;

Model ModelCatalog::modelOf(const QString& id) const
{
    if (const Model* known = m_catalog.find(id))
        return *known;
    Model typed;
    typed.id = id;
    return typed;
}

std::optional<Model> ModelCatalog::successorOf(const QString& id) const
{
    constexpr int longestChain = 8;
    const Model* model = m_catalog.find(id);
    for (int step = 0; model && step < longestChain; ++step) {
        if (model->replacement.isEmpty())
            return std::nullopt;
        model = m_catalog.find(model->replacement);
        if (model && !model->deprecated)
            return *model;
    }
    return std::nullopt;
}

void ModelCatalog::setFolder(const QString& folder)
{
    m_folder = folder;
    readKept();
}

void ModelCatalog::followAccount()
{
    m_known = m_bundled;
    m_catalog = ofToday();
    m_asked.clear();
    m_missing.clear();
    m_refreshed.clear();
    readKept();
    refresh();
}

// The file is small, but a disk may be slow: nobody waits for it.
void ModelCatalog::readKept()
{
    const std::optional<Account> account = m_accounts.current();
    if (!account || m_folder.isEmpty())
        return;
    m_kept.runElsewhere([folder = m_folder,
                         uuid = account->uuid] { return readCatalogFile(CatalogCache(folder, uuid).read()); },
                        [this, uuid = account->uuid](const Result<Catalog>& kept) {
                            // a new version of the program may know more than the last run
                            if (kept && !m_catalog.isLive && m_accounts.isCurrent(uuid) &&
                                kept->date >= m_bundled.date)
                                take(*kept);
                        });
}

void ModelCatalog::keep()
{
    const std::optional<Account> account = m_accounts.current();
    if (!account || m_folder.isEmpty() || !m_known.isLive)
        return;
    m_writer.start([catalog = m_known, folder = m_folder, uuid = account->uuid] {
        CatalogCache(folder, uuid).write(writeCatalogFile(catalog));
    });
}

void ModelCatalog::refresh()
{
    if (m_job)
        m_job->cancel();
    const std::optional<Account> account = m_accounts.current();
    if (!account)
        return;
    m_accounts.resolve(account->uuid, this, [this, uuid = account->uuid](const Result<ApiContext>& api) {
        if (!m_accounts.isCurrent(uuid))
            return;
        if (!api)
            return emit failed(api.error());
        auto* job = new CatalogJob(m_client, *api, m_bundled, this);
        m_job = job;
        connect(job, &Job::finished, this, [this, job, uuid] {
            const Result<Catalog> live = job->result();
            if (!live) {
                if (live.error().kind != ErrorKind::Canceled)
                    emit failed(live.error());
            } else if (m_accounts.isCurrent(uuid)) {
                take(*live);
                keep();
            }
        });
    });
}

void ModelCatalog::noteMissing(const QString& id)
{
    if (!m_catalog.find(id) || m_missing.contains(id))
        return;
    m_missing.insert(id);
    if (!m_job)
        refresh();
}

void ModelCatalog::refreshParameters(const QString& id)
{
    const std::optional<Account> account = m_accounts.current();
    if (!account || !m_catalog.find(id) || m_asked.contains(id))
        return;
    m_asked.insert(id);
    m_accounts.resolve(account->uuid, this, [this, id, uuid = account->uuid](const Result<ApiContext>& api) {
        if (!m_accounts.isCurrent(uuid))
            return;
        if (!api) {
            m_asked.remove(id); // asked again when somebody looks again
            return;
        }
        auto* job = new SchemaJob(m_client, *api, modelOf(id), this);
        connect(job, &Job::finished, this, [this, job, id, uuid] {
            if (!m_accounts.isCurrent(uuid))
                return;
            if (job->result())
                takeParameters(id, *job->result());
            else
                m_asked.remove(id);
        });
    });
}

void ModelCatalog::takeParameters(const QString& id, const ParameterSet& parameters)
{
    m_refreshed.insert(id, parameters);
    const auto entry = std::ranges::find(m_known.models, id, &Model::id);
    if (entry == m_known.models.end() || entry->parameters == parameters)
        return;
    entry->parameters = parameters;
    keep();
    m_catalog = ofToday();
    emit changed();
}

/// What has ended follows from the day, which a wrong clock may have been wrong about: it is not kept.
Catalog ModelCatalog::ofToday() const
{
    Catalog today = m_known;
    today.markEnded(m_clock.utcDay());
    return today;
}

void ModelCatalog::take(Catalog catalog)
{
    for (Model& model : catalog.models) {
        if (const auto refreshed = m_refreshed.constFind(model.id); refreshed != m_refreshed.constEnd())
            model.parameters = *refreshed;
    }
    m_known = std::move(catalog);
    m_catalog = ofToday();
    emit changed();
}

void ModelCatalog::markEnded()
{
    Catalog today = ofToday();
    if (today.models == m_catalog.models)
        return;
    m_catalog = std::move(today);
    emit changed();
}

} // namespace orangery
