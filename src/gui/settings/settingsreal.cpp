// SPDX-License-Identifier: GPL-3.0-or-later
// The settings with the real service and the desktop; apart, so that tests link neither.
#include "gui/settings/settingsdialog.h"

#include "gui/onboarding/workbenchtokencheck.h"
#include "gui/picker/connectpicker.h"
#include "gui/settings/aboutpage.h"
#include "gui/settings/accountpage.h"
#include "gui/settings/appearancepage.h"
#include "gui/settings/budgetpage.h"
#include "gui/settings/chatsettingspage.h"
#include "gui/settings/modelspage.h"
#include "gui/settings/networkpage.h"
#include "gui/settings/privacypage.h"
#include "gui/settings/shortcutspage.h"
#include "service/accounts.h"
#include "service/preferences.h"
#include "service/workbench.h"

#include <QDesktopServices>

namespace orangery {

namespace {

void openInDesktop(const QUrl& url)
{
    QDesktopServices::openUrl(url);
}

ModelsPage* makeModelsPage(Look look, Workbench& workbench, Accounts& accounts, Preferences& preferences)
{
    auto* page = new ModelsPage(look);
    const auto feed = [page, &workbench, &accounts, &preferences] {
        page->setFacts(pickerFacts(workbench, accounts, preferences));
    };
    QObject::connect(&workbench, &Workbench::catalogChanged, page, feed);
    QObject::connect(&workbench, &Workbench::quotaChanged, page, feed);
    QObject::connect(&accounts, &Accounts::changed, page, feed);
    QObject::connect(&accounts, &Accounts::currentChanged, page, feed);
    QObject::connect(&workbench, &Workbench::catalogFailed, page, &ModelsPage::showRefreshError);
    QObject::connect(page, &ModelsPage::refreshRequested, &workbench, &Workbench::refreshCatalog);
    QObject::connect(page, &ModelsPage::favouritesChanged, &preferences, &Preferences::setFavouriteModels);
    feed();
    return page;
}

BudgetPage* makeBudgetPage(Look look, Workbench& workbench, Preferences& preferences)
{
    auto* page = new BudgetPage(look, preferences);
    const auto feed = [page, &workbench] { page->setSaved(workbench.quota().saved); };
    QObject::connect(&workbench, &Workbench::quotaChanged, page, feed);
    QObject::connect(page, &BudgetPage::forgetAnswersRequested, &workbench, [page, &workbench] {
        workbench.forgetKeptAnswers();
        page->showForgotten();
    });
    feed();
    return page;
}

} // namespace

SettingsDialog::SettingsDialog(Look look, Workbench& workbench, Accounts& accounts, Preferences& preferences,
                               NetworkControl& network, const QString& dataFolder,
                               const QList<QAction*>& actions, QWidget* parent)
    : SettingsDialog(
          look,
          {new AccountPage(look, accounts, std::make_unique<WorkbenchTokenCheck>(workbench), openInDesktop),
           makeModelsPage(look, workbench, accounts, preferences), new ChatSettingsPage(look, preferences),
           makeBudgetPage(look, workbench, preferences), new NetworkPage(look, network),
           new AppearancePage(look, preferences), new ShortcutsPage(look, actions),
           new PrivacyPage(look, dataFolder, openInDesktop), new AboutPage(look)},
          parent)
{
    connect(static_cast<AccountPage*>(m_pages.first()), &AccountPage::addAccountRequested, this,
            &SettingsDialog::addAccountRequested);
}

} // namespace orangery
