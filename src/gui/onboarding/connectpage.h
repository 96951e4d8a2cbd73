// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/accountdraft.h"
#include "gui/style/look.h"
#include "gui/style/tokens.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace orangery {

class ChoiceCard;
class IconLabel;

/// Step 1: a token and where it belongs, or the sandbox. What is pasted is understood while typing.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(Look look, QWidget* parent = nullptr);

    bool isSandbox() const;
    /// Whether something was entered that would be lost.
    bool isTouched() const;
    /// Whether draft() can be tried.
    bool isComplete() const;
    AccountDraft draft() const;
    /// A choice among the accounts that the token sees.
    void setAccountId(const QString& id);
    /// Where typing goes on.
    void focusEntry();

signals:
    void changed();
    void createTokenRequested();

private:
    QWidget* makeTokenCard();
    void readToken();
    void readAccount();
    void readAddress();
    void tell(const QString& icon, Token color, const QString& text);

    Look m_look;
    SecretString m_token;
    SecretString m_curlToken; ///< came in the pasted command; it never stands in a visible field
    AccountInput m_input;
    QString m_tokenProblem;
    QString m_addressProblem;
    ChoiceCard* m_tokenCard;
    ChoiceCard* m_sandboxCard;
    QLineEdit* m_tokenEdit = nullptr;
    QLabel* m_tokenNote = nullptr;
    QLineEdit* m_accountEdit = nullptr;
    IconLabel* m_foundIcon = nullptr;
    QLabel* m_foundLabel = nullptr;
    QWidget* m_addressPanel = nullptr;
    QLineEdit* m_addressEdit = nullptr;
    QLabel* m_addressNote = nullptr;
};

} // namespace orangery
