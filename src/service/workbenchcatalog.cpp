// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts.h"
#include "service/workbench.h"
#include "storage/catalogcache.h"
#include "workersai/catalogjob.h"
#include "workersai/catalogreader.h"
#include "workersai/catalogwriter.h"

#include <QThreadPool>

namespace orangery {

void Workbench::setCatalogFolder(const QString& folder)
{
    m_catalogFolder = folder;
    readKeptCatalog();
}

// The file is small, but a disk may be slow: nobody waits for either.
void Workbench::readKeptCatalog()
{
    const std::optional<Account> account = m_accounts.current();
    if (!account || m_catalogFolder.isEmpty())
        return;
    m_keptCatalog.runElsewhere(
        [folder = m_catalogFolder, uuid = account->uuid] {
            return readCatalogFile(CatalogCache(folder, uuid).read());
        },
        [this, uuid = account->uuid](const Result<Catalog>& kept) {
            if (!kept || m_catalog.isLive || !isCurrent(uuid))
                return;
            m_catalog = *kept;
            emit catalogChanged();
        });
}

void Workbench::refreshCatalog()
{
    if (m_catalogJob)
        m_catalogJob->cancel();
    const std::optional<Account> account = m_accounts.current();
    if (!account)
        return;
    m_accounts.resolve(account->uuid, this, [this, uuid = account->uuid](const Result<ApiContext>& api) {
        if (!isCurrent(uuid))
            return;
        if (!api)
            return emit catalogFailed(api.error());
        auto* job = new CatalogJob(m_client, *api, m_bundled, this);
        m_catalogJob = job;
        connect(job, &Job::finished, this, [this, job, uuid] {
            if (job->result())
                takeCatalog(*job->result(), uuid);
            else if (job->result().error().kind != ErrorKind::Canceled)
                emit catalogFailed(job->result().error());
        });
    });
}

void Workbench::takeCatalog(const Catalog& catalog, const QString& accountUuid)
{
    m_catalog = catalog;
    emit catalogChanged();
    if (m_catalogFolder.isEmpty())
        return;
    QThreadPool::globalInstance()->start([catalog, folder = m_catalogFolder, accountUuid] {
        CatalogCache(folder, accountUuid).write(writeCatalogFile(catalog));
    });
}

} // namespace orangery
