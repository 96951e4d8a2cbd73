// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/error.h"
#include "workersai/worker.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <optional>

namespace orangery {

class Accounts;
class CatalogJob;
class HttpClient;
class QuotaClock;

/// The models of the current account: the bundled ones, then those kept from the last run, then what the
/// service says. Each account has a kept copy of its own.
class ModelCatalog : public QObject
{
    Q_OBJECT

public:
    ModelCatalog(HttpClient& client, Accounts& accounts, const QuotaClock& clock, QObject* parent = nullptr);
    ~ModelCatalog() override;

    const Catalog& catalog() const { return m_catalog; }
    /// The catalog's entry, or for an id that was only typed one with nothing but the id.
    Model modelOf(const QString& id) const;
    /// The model that takes the place of one that ends or has ended; nothing where none is named, or all that
    /// are have ended, too.
    std::optional<Model> successorOf(const QString& id) const;
    /// Where the catalog is kept between runs, with its date; empty: nowhere.
    void setFolder(const QString& folder);
    /// Asks the service; changed() or failed() follows.
    void refresh();
    /// The service says that it has no such model: asks for the list anew, unless it is being asked for, once
    /// for each model. Of an id that was only typed there is nothing to put right.
    void noteMissing(const QString& id);
    /// Asks the service what this model takes, once in a run; changed() follows when that is something else
    /// than what was known. A refusal leaves what was known.
    void refreshParameters(const QString& id);
    /// A new day: some models may have come to their end.
    void markEnded();

public slots:
    /// Another account: what was known of the last one's models goes.
    void followAccount();

signals:
    void changed();
    void failed(const orangery::Error& error);

private:
    void readKept();
    void keep();
    Catalog ofToday() const;
    void take(Catalog catalog);
    void takeParameters(const QString& id, const ParameterSet& parameters);

    HttpClient& m_client;
    Accounts& m_accounts;
    const QuotaClock& m_clock;
    const Catalog m_bundled;
    Catalog m_known; ///< as it was said
    Catalog m_catalog;
    QString m_folder;
    Worker<Result<Catalog>> m_kept;
    QPointer<CatalogJob> m_job;
    QSet<QString> m_asked;   ///< ids whose parameters were asked for
    QSet<QString> m_missing; ///< ids for which the list was asked for anew
    QHash<QString, ParameterSet> m_refreshed;
    QThreadPool m_writer;
};

} // namespace orangery
