// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>
#include <QSet>

namespace orangery {

class Workbench;

/// Accepts the licence of a model that asks for it once (error 5016).
class LicenceConsent : public QObject
{
    Q_OBJECT

public:
    explicit LicenceConsent(Workbench& workbench, QObject* parent = nullptr);

    /// accepted() or failed() follows. `conversationId`: where that was asked for.
    void accept(const QString& model, qint64 conversationId);

signals:
    void accepted(const QString& model, qint64 conversationId);
    void failed(const orangery::Error& error);

private:
    Workbench& m_workbench;
    QSet<QString> m_running; ///< by model
};

} // namespace orangery
