// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "gui/settings/settingspage.h"

#include <memory>

namespace orangery {

namespace Ui {
class BudgetPage;
}
class Preferences;

/// The user's own caps, and whether answers that always come out the same are kept.
class BudgetPage : public SettingsPage
{
    Q_OBJECT

public:
    BudgetPage(Look look, Preferences& preferences, QWidget* parent = nullptr);
    ~BudgetPage() override;

    /// What the kept answers have spared today.
    void setSaved(Neurons saved);
    /// After forgetAnswersRequested() was carried out.
    void showForgotten();

    bool canReset() const override { return true; }
    void reset() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void forgetAnswersRequested();

private:
    void showPreferences();
    void setChatCap(int value);

    Preferences& m_preferences;
    std::unique_ptr<Ui::BudgetPage> m_ui;
};

} // namespace orangery
