// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingspage.h"

#include <QUrl>
#include <functional>

namespace orangery {

/// Where everything lies, and what leaves the computer.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT

public:
    /// `openUrl` shows a folder in the desktop's file manager.
    PrivacyPage(Look look, const QString& dataFolder, std::function<void(const QUrl&)> openUrl,
                QWidget* parent = nullptr);

private:
    void addFact(const QString& icon, const QString& title, const QString& text);
};

} // namespace orangery
