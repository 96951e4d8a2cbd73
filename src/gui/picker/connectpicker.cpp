// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/connectpicker.h"

#include "gui/picker/modelpicker.h"
#include "service/accounts.h"
#include "service/preferences.h"
#include "service/workbench.h"

namespace orangery {

PickerFacts pickerFacts(const Workbench& workbench, const Accounts& accounts, const Preferences& preferences)
{
    PickerFacts facts;
    facts.catalog = workbench.catalog();
    facts.quota = workbench.quota();
    facts.usual = workbench.usualChat();
    facts.favourites = preferences.favouriteModels();
    if (const std::optional<Account> account = accounts.current())
        facts.plan = account->plan;
    return facts;
}

void connectPicker(ModelPicker& picker, Workbench& workbench, Accounts& accounts, Preferences& preferences)
{
    const auto feed = [&picker, &workbench, &accounts, &preferences] {
        picker.setFacts(pickerFacts(workbench, accounts, preferences));
    };
    QObject::connect(&workbench, &Workbench::catalogChanged, &picker, feed);
    QObject::connect(&workbench, &Workbench::quotaChanged, &picker, feed);
    QObject::connect(&accounts, &Accounts::currentChanged, &picker, feed);
    QObject::connect(&accounts, &Accounts::changed, &picker, feed);
    QObject::connect(&preferences, &Preferences::changed, &picker, feed);
    QObject::connect(&workbench, &Workbench::catalogFailed, &picker, &ModelPicker::showRefreshError);
    QObject::connect(&picker, &ModelPicker::favouritesChanged, &preferences,
                     &Preferences::setFavouriteModels);
    QObject::connect(&picker, &ModelPicker::refreshRequested, &workbench, [&picker, &workbench] {
        picker.showRefreshing();
        workbench.refreshCatalog();
    });
    feed();
}

} // namespace orangery
