// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QAbstractListModel>
#include <QList>

namespace orangery {

/// The accounts in the order in which they were added; display text is the name, the second line says what it
/// is.
class AccountListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SecondLineRole = Qt::UserRole + 1, IsCurrentRole };

    using QAbstractListModel::QAbstractListModel;

    void setAccounts(const QList<Account>& accounts, const QString& currentUuid);
    const Account& account(int row) const { return m_accounts.at(row); }
    int find(const QString& uuid) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// The name, or the first digits of the id for a token that may not read it.
    static QString shownName(const Account& account);

private:
    QList<Account> m_accounts;
    QString m_current;
};

} // namespace orangery
