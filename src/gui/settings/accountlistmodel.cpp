// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountlistmodel.h"

#include <algorithm>

namespace orangery {

void AccountListModel::setAccounts(const QList<Account>& accounts, const QString& currentUuid)
{
    beginResetModel();
    m_accounts = accounts;
    m_current = currentUuid;
    endResetModel();
}

int AccountListModel::find(const QString& uuid) const
{
    const auto found = std::ranges::find(m_accounts, uuid, &Account::uuid);
    return found == m_accounts.end() ? -1 : static_cast<int>(found - m_accounts.begin());
}

int AccountListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

QVariant AccountListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Account& account = m_accounts.at(index.row());
    const bool isCurrent = account.uuid == m_current;
    const QString secondLine =
        account.isSandbox
            ? tr("answers made on this computer, nothing is billed")
            : tr("%1 plan, %2")
                  .arg(account.plan == Plan::Paid ? tr("Paid") : tr("Free"), account.baseUrl.host());
    switch (role) {
    case Qt::DisplayRole:
        return shownName(account);
    case SecondLineRole:
        return secondLine;
    case IsCurrentRole:
        return isCurrent;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(shownName(account), isCurrent ? tr("in use") : secondLine);
    default:
        return {};
    }
}

QString AccountListModel::shownName(const Account& account)
{
    if (!account.name.isEmpty())
        return account.name;
    return account.isSandbox ? tr("Sandbox") : account.accountId.left(6);
}

} // namespace orangery
