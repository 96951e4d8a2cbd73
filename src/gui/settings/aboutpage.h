// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingspage.h"

namespace orangery {

/// Version, licence, what it is not, and the libraries it stands on.
class AboutPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AboutPage(Look look, QWidget* parent = nullptr);
};

} // namespace orangery
