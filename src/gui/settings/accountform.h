// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/error.h"
#include "core/secretstring.h"
#include "gui/style/look.h"
#include "service/accounts.h"

#include <QWidget>
#include <memory>

class QLabel;

namespace orangery {

namespace Ui {
class AccountForm;
}

/// The fields of one account. A view: what a person changes is a wish, told once it is complete.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    explicit AccountForm(Look look, QWidget* parent = nullptr);
    ~AccountForm() override;

    void showAccount(const Account& account);
    /// The new token was stored; its field closes.
    void showTokenStored(Accounts::Keep keep);
    /// It was not; the field stays, and the session is offered when the keychain is the reason.
    void showTokenError(const Error& error);
    void setChecking(bool isChecking);

signals:
    void edited(const orangery::Account& account);
    void checkRequested();
    void tokenEntered(const orangery::SecretString& token, orangery::Accounts::Keep keep);

private:
    void dress();
    void tell();
    void readAddress();
    void openTokenField(bool isOpen);
    void enterToken(Accounts::Keep keep);
    void showNote(QLabel* note, const QString& text, bool isProblem);

    Look m_look;
    Account m_account;
    bool m_isShowing = false;
    std::unique_ptr<Ui::AccountForm> m_ui;
};

} // namespace orangery
