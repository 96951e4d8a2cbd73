// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingspage.h"

#include <memory>

namespace orangery {

class Preferences;

namespace Ui {
class ChatSettingsPage;
}

/// How the composer sends.
class ChatSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    ChatSettingsPage(Look look, Preferences& preferences, QWidget* parent = nullptr);
    ~ChatSettingsPage() override;

    bool canReset() const override { return true; }
    void reset() override;

private:
    void showPreferences();

    Preferences& m_preferences;
    std::unique_ptr<Ui::ChatSettingsPage> m_ui;
};

} // namespace orangery
