// SPDX-License-Identifier: GPL-3.0-or-later
// OnboardingDialog: what leads out of its steps, to a cure or away.
#include "gui/onboarding/connectpage.h"
#include "gui/onboarding/firstreplypage.h"
#include "gui/onboarding/onboardingdialog.h"
#include "gui/onboarding/onboardingfooter.h"
#include "gui/onboarding/tokencheck.h"

#include <QMetaMethod>

namespace orangery {

QList<Cure> OnboardingDialog::offeredCures() const
{
    static const QMetaMethod network = QMetaMethod::fromSignal(&OnboardingDialog::networkSettingsRequested);
    QList<Cure> cures{Cure::TokenPage, Cure::EditInput};
    if (isSignalConnected(network))
        cures.append(Cure::NetworkSettings);
    return cures;
}

void OnboardingDialog::cure(Cure cure)
{
    switch (cure) {
    case Cure::TokenPage:
        m_means.openUrl(createTokenUrl());
        break;
    case Cure::EditInput:
        goBack();
        break;
    case Cure::NetworkSettings:
        emit networkSettingsRequested();
        break;
    case Cure::None:
        break;
    }
}

void OnboardingDialog::reject()
{
    if (m_footer->isAsking()) {
        m_footer->stopAsking();
        updateButtons();
        return;
    }
    if (m_reply->isRunning()) {
        m_reply->stop();
        return;
    }
    if (m_purpose == Purpose::AddAccount && m_step == Connect && !m_connect->isTouched()) {
        QDialog::reject();
        return;
    }
    m_footer->ask(leaveQuestion(), m_step == FirstReply             ? tr("Skip it")
                                   : m_purpose == Purpose::FirstRun ? tr("Quit")
                                                                    : tr("Leave"));
}

QString OnboardingDialog::leaveQuestion() const
{
    if (m_step == FirstReply)
        return tr("The account is set up. Skip the first reply?");
    if (m_isStored)
        return tr("The account is stored already. Leave here?");
    return m_connect->isTouched() ? tr("Leave? The token was not stored and would have to be pasted again.")
                                  : tr("Leave without an account? Orangery asks again at the next start.");
}

void OnboardingDialog::leave()
{
    m_means.check->stop();
    if (m_step == FirstReply)
        accept();
    else
        QDialog::reject();
}

} // namespace orangery
