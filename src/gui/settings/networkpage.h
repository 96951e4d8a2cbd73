// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingspage.h"
#include "service/networkcontrol.h"

#include <functional>
#include <memory>

class QPushButton;

namespace orangery {

namespace Ui {
class NetworkPage;
}

/// Proxy and extra certificates. What is complete applies at once; what is not says why and changes nothing.
class NetworkPage : public SettingsPage
{
    Q_OBJECT

public:
    NetworkPage(Look look, NetworkControl& network, QWidget* parent = nullptr);
    ~NetworkPage() override;

    bool canReset() const override { return true; }
    void reset() override;

    /// Asks for a file and hands its path to the callback; the default opens a file dialog.
    using ChooseFile = std::function<void(QWidget* parent, std::function<void(const QString& path)> chosen)>;
    void setFileChooser(ChooseFile chooser) { m_chooseFile = std::move(chooser); }

private:
    void showSettings();
    void showMode();
    void apply();
    void applyFile();
    bool isComplete();
    Result<void> use(const NetworkSettings& settings);
    QWidget* makePasswordRow();
    void showPasswordProblem(const std::optional<Error>& problem);

    NetworkControl& m_network;
    ChooseFile m_chooseFile;
    bool m_isPasswordTyped = false;
    QLabel* m_passwordNote = nullptr;
    QPushButton* m_detailsButton = nullptr;
    QWidget* m_passwordRow = nullptr;
    std::unique_ptr<Ui::NetworkPage> m_ui;
};

} // namespace orangery
