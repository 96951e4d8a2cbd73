// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog with the real service and the desktop's browser; apart, so that tests link neither.
#include "gui/onboarding/onboardingdialog.h"

#include "gui/onboarding/workbenchquestion.h"
#include "gui/onboarding/workbenchtokencheck.h"

#include <QDesktopServices>

namespace orangery {

OnboardingDialog::OnboardingDialog(Look look, Workbench& workbench, Accounts& accounts, QWidget* parent)
    : OnboardingDialog(look,
                       Means{.accounts = accounts,
                             .check = std::make_unique<WorkbenchTokenCheck>(workbench),
                             .question = std::make_unique<WorkbenchQuestion>(workbench),
                             .openUrl = [](const QUrl& url) { QDesktopServices::openUrl(url); }},
                       accounts.all().isEmpty() ? Purpose::FirstRun : Purpose::AddAccount, parent)
{}

} // namespace orangery
