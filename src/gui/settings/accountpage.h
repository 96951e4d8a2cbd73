// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "gui/onboarding/checktexts.h"
#include "gui/settings/accountlistmodel.h"
#include "gui/settings/settingspage.h"
#include "service/accounts.h"

#include <functional>
#include <memory>

class QListView;
class QPushButton;

namespace orangery {

class AccountForm;
class Banner;
class CheckList;
class TokenCheck;

/// The accounts: which is in use, plan, address, token; add and remove.
class AccountPage : public SettingsPage
{
    Q_OBJECT

public:
    /// `openUrl` shows a page in the browser.
    AccountPage(Look look, Accounts& accounts, std::unique_ptr<TokenCheck> check,
                std::function<void(const QUrl&)> openUrl, QWidget* parent = nullptr);
    ~AccountPage() override;

signals:
    void addAccountRequested();

private:
    void buildList();
    void showAccounts();
    void showSelected();
    std::optional<Account> selected() const;
    void save(const Account& account, const SecretString& token, Accounts::Keep keep,
              const std::function<void(const Result<void>&)>& done);
    void checkToken();
    void takeCure(Cure cure);
    void askToRemove();
    void remove();
    void postError(const QString& title, const Error& error);

    Accounts& m_accounts;
    std::unique_ptr<TokenCheck> m_check;
    std::function<void(const QUrl&)> m_openUrl;
    AccountListModel m_model;
    QString m_selected; ///< uuid
    QString m_checked;  ///< uuid whose rows are shown
    QListView* m_list = nullptr;
    AccountForm* m_form;
    CheckList* m_rows;
    Banner* m_banner;
    QPushButton* m_use;
    QPushButton* m_remove;
};

} // namespace orangery
