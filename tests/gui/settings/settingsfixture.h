// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/fakes.h"
#include "gui/picker/pickerfacts.h"
#include "gui/settings/aboutpage.h"
#include "gui/settings/accountpage.h"
#include "gui/settings/appearancepage.h"
#include "gui/settings/budgetpage.h"
#include "gui/settings/chatsettingspage.h"
#include "gui/settings/modelspage.h"
#include "gui/settings/networkpage.h"
#include "gui/settings/privacypage.h"
#include "gui/settings/settingsdialog.h"
#include "gui/settings/shortcutspage.h"
#include "gui/style/stylefixture.h"
#include "service/preferences.h"
#include "storage/settings.h"

#include <QAction>
#include <QTemporaryDir>

namespace orangery::test {

/// Takes what is set, unless the test gives it a problem.
class FakeNetwork final : public NetworkControl
{
public:
    NetworkSettings networkSettings() const override { return settings; }
    Result<void> setNetworkSettings(const NetworkSettings& wanted, QObject*, Kept told) override
    {
        ++sets;
        if (problem)
            return *problem;
        settings = wanted;
        unkept.reset();
        if (isKeychainDown)
            unkept = Error::of(ErrorKind::KeychainUnavailable, QStringLiteral("no secret service"));
        told(unkept ? Result<void>(*unkept) : Result<void>());
        return {};
    }
    std::optional<Error> passwordProblem() const override { return unkept; }

    NetworkSettings settings;
    std::optional<Error> problem;
    std::optional<Error> unkept;
    bool isKeychainDown = false;
    int sets = 0;
};

inline Account someAccount(const QString& uuid, const QString& name)
{
    Account account;
    account.uuid = uuid;
    account.accountId = someId();
    account.name = name;
    account.baseUrl = defaultBaseUrl();
    return account;
}

/// All pages on fakes and on preferences in a temporary folder.
class SettingsFixture : public StyleFixture
{
protected:
    SettingsFixture()
    {
        m_accounts.accounts = {someAccount(QStringLiteral("one"), QStringLiteral("Hofgarten")),
                               someAccount(QStringLiteral("two"), QStringLiteral("Nursery"))};
        m_accounts.currentUuid = QStringLiteral("one");
        m_action.setText(QStringLiteral("&New chat"));
        m_action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    }

    AccountPage* makeAccountPage()
    {
        auto check = std::make_unique<FakeCheck>();
        m_check = check.get();
        return new AccountPage(look, m_accounts, std::move(check),
                               [this](const QUrl& url) { m_opened.append(url); });
    }
    QList<SettingsPage*> makePages()
    {
        auto* models = new ModelsPage(look);
        models->setFacts(pictureFacts());
        return {makeAccountPage(),
                models,
                new ChatSettingsPage(look, m_preferences),
                new BudgetPage(look, m_preferences),
                new NetworkPage(look, m_network),
                new AppearancePage(look, m_preferences),
                new ShortcutsPage(look, {&m_action}),
                new PrivacyPage(look, QStringLiteral("/home/someone/.local/share/orangery"),
                                [this](const QUrl& url) { m_opened.append(url); }),
                new AboutPage(look)};
    }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.path()};
    Preferences m_preferences{m_settings};
    FakeAccounts m_accounts;
    FakeNetwork m_network;
    FakeCheck* m_check = nullptr;
    QList<QUrl> m_opened;
    QAction m_action;
};

} // namespace orangery::test
