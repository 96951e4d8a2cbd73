// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/result.h"
#include "gui/onboarding/checktexts.h"
#include "gui/style/look.h"
#include "gui/style/tokens.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace orangery {

class Card;
class CheckList;
class CheckRow;

/// Step 2: what the doctor finds, row by row, then where the token is kept. A view; the dialog runs the
/// checks.
class CheckPage : public QWidget
{
    Q_OBJECT

public:
    explicit CheckPage(Look look, QWidget* parent = nullptr);

    CheckList* list() const { return m_list; }
    bool isNeverPay() const;

public slots:
    /// Takes the rows of an earlier check away.
    void begin();
    void showDiagnosis(const orangery::Result<orangery::Diagnosis>& diagnosis);
    void showStoring();
    /// Stored in the keychain, or kept in memory until the program ends.
    void showStored(bool isInKeychain);
    /// The keychain did not take the token: says why and offers the session.
    void showNotStored(const orangery::Error& error);

signals:
    void cureRequested(orangery::Cure cure);
    void accountChosen(const QString& accountId);
    void sessionOnlyRequested();
    void storeAgainRequested();

private:
    CheckRow* storageRow();
    void say(const QString& sentence, Token color);

    Look m_look;
    QLabel* m_summary;
    CheckList* m_list;
    CheckRow* m_storage = nullptr;
    Card* m_choice;
    QComboBox* m_accounts;
    QCheckBox* m_neverPay;
};

} // namespace orangery
