// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/accountdraft.h"
#include "gui/onboarding/checktexts.h"
#include "gui/style/look.h"

#include <QDialog>
#include <functional>
#include <memory>

class QLabel;
class QStackedWidget;

namespace orangery {

class CheckPage;
class ConnectPage;
class FirstQuestion;
class FirstReplyPage;
class OnboardingFooter;
class StepLine;
class TokenCheck;
class Workbench;

/// First run, and “Add account” later: Connect, Check, First reply. accepted(): an account was chosen.
/// Leaving in between is asked about in the footer; what was typed stays meanwhile.
class OnboardingDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { FirstRun, AddAccount };
    enum Step { Connect, Check, FirstReply };

    /// What it works with; `openUrl` shows a page in the browser.
    struct Means
    {
        Accounts& accounts;
        std::unique_ptr<TokenCheck> check;
        std::unique_ptr<FirstQuestion> question;
        std::function<void(const QUrl&)> openUrl;
    };

    OnboardingDialog(Look look, Means means, Purpose purpose, QWidget* parent = nullptr);
    /// With the real service; the first run is one without any account.
    OnboardingDialog(Look look, Workbench& workbench, Accounts& accounts, QWidget* parent = nullptr);
    ~OnboardingDialog() override;

    Step step() const { return m_step; }

signals:
    /// The way to the service failed and Settings may help. A button offers it only while this is connected.
    void networkSettingsRequested();

public slots:
    /// Asks before anything is lost.
    void reject() override;

private:
    void buildPages();
    void goTo(Step step);
    void goBack();
    void goOn();
    void updateButtons();
    void startSandbox();
    void runCheck();
    void takeDiagnosis(const Result<Diagnosis>& diagnosis);
    void store(Accounts::Keep keep);
    void storeNeverPay();
    void cure(Cure cure);
    QList<Cure> offeredCures() const;
    void leave();
    QString leaveQuestion() const;

    Look m_look;
    Means m_means;
    Purpose m_purpose;
    Step m_step = Connect;
    QString m_uuid;
    std::optional<Diagnosis> m_diagnosis;
    AccountDraft m_checked; ///< what m_diagnosis is about
    Account m_account;
    Accounts::Keep m_keep = Accounts::Keep::Keychain;
    bool m_isChecking = false;
    bool m_isStored = false;
    StepLine* m_steps;
    QLabel* m_title;
    QStackedWidget* m_pages;
    ConnectPage* m_connect = nullptr;
    CheckPage* m_check = nullptr;
    FirstReplyPage* m_reply = nullptr;
    OnboardingFooter* m_footer;
};

} // namespace orangery
