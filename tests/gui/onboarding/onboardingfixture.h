// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/fakes.h"
#include "gui/onboarding/onboardingdialog.h"
#include "gui/style/stylefixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace orangery::test {

/// The dialog on fakes; pages opened in the browser are only noted.
class OnboardingFixture : public StyleFixture
{
protected:
    OnboardingDialog& open(OnboardingDialog::Purpose purpose = OnboardingDialog::Purpose::FirstRun)
    {
        auto check = std::make_unique<FakeCheck>();
        auto question = std::make_unique<FakeQuestion>();
        m_check = check.get();
        m_question = question.get();
        m_dialog = std::make_unique<OnboardingDialog>(
            look,
            OnboardingDialog::Means{m_accounts, std::move(check), std::move(question),
                                    [this](const QUrl& url) { m_opened.append(url); }},
            purpose);
        m_dialog->show();
        return *m_dialog;
    }

    QPushButton& button(const char* name)
    {
        auto* found = m_dialog->findChild<QPushButton*>(QLatin1String(name));
        if (!found)
            qFatal("no button %s", name);
        return *found;
    }
    QLineEdit& edit(const char* name) { return *m_dialog->findChild<QLineEdit*>(QLatin1String(name)); }
    QString text(const char* name) { return m_dialog->findChild<QLabel*>(QLatin1String(name))->text(); }
    void goToCheck()
    {
        edit("tokenEdit").setText(someToken());
        button("nextButton").click();
    }

    FakeAccounts m_accounts;
    FakeCheck* m_check = nullptr;
    FakeQuestion* m_question = nullptr;
    QList<QUrl> m_opened;
    std::unique_ptr<OnboardingDialog> m_dialog;
};

} // namespace orangery::test
