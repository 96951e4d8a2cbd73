// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accountbook.h"
#include "app/application.h"
#include "features/chat/chatcontroller.h"
#include "gui/mainwindow.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"
#include "sandbox/sandbox.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <memory>

namespace orangery::test {

/// The whole program in a temporary folder: real services, real window, and a sandbox that stands for the
/// service.
class WindowFixture : public testing::Test
{
protected:
    WindowFixture();
    ~WindowFixture() override;

    /// Builds services and window; again after end(), on the same folder: a restart.
    void start();
    /// An account at the sandbox whose token is kept in memory only.
    void useAccount();
    void end();

    template <typename Widget>
    Widget& find(const char* name, QWidget* below = nullptr)
    {
        auto* widget = (below ? below : window.get())->template findChild<Widget*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return *widget;
    }
    void type(const QString& text);
    /// Sends by the Enter key and waits for the whole answer.
    void ask(const QString& text);
    bool waitUntilAnswered();
    /// Saves a picture of the window, or of another widget, where ORANGERY_SHOTS names a folder.
    void shoot(const QString& name, QWidget* other = nullptr);

    ChatController& chat() { return services->chat(); }

    QTemporaryDir folder;
    std::unique_ptr<Sandbox> service;
    std::unique_ptr<Theme> theme;
    std::unique_ptr<Icons> icons;
    std::unique_ptr<Application> services;
    std::unique_ptr<MainWindow> window;
    QList<Error> errors;
};

} // namespace orangery::test
