// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingspage.h"

#include <memory>

namespace orangery {

class Preferences;

namespace Ui {
class AppearancePage;
}

/// Theme, text size, motion.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    AppearancePage(Look look, Preferences& preferences, QWidget* parent = nullptr);
    ~AppearancePage() override;

    bool canReset() const override { return true; }
    void reset() override;

private:
    void showPreferences();

    Preferences& m_preferences;
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

} // namespace orangery
