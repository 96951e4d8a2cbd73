// SPDX-License-Identifier: GPL-3.0-or-later
// The program of killed_test.cpp: opens the window on the folder given, sends one long message, and prints
// how many characters have arrived, until it is killed.
#include "app/accountbook.h"
#include "app/application.h"
#include "app/networkdesk.h"
#include "features/chat/chatcontroller.h"
#include "features/chat/conversationlist.h"
#include "gui/mainwindow.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"
#include "service/preferences.h"
#include "service/workbench.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>

using namespace orangery;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QString folder = QString::fromLocal8Bit(argv[1]);
    Theme theme;
    Icons icons(theme);
    Application services(Folders::below(folder));
    services.accounts().useSandboxThisTime();
    MainWindow window({theme, icons},
                      {services.workbench(), services.accounts(), services.preferences(), services.network(),
                       services.chat(), services.conversations(), services.inspector(), folder});
    window.show();
    QObject::connect(&services.chat(), &ChatController::deltaReceived, &window, [&] {
        std::printf("%lld\n", static_cast<long long>(services.chat().messages().last().text.size()));
        std::fflush(stdout);
    });
    QTimer::singleShot(0, &window, [&] { services.chat().send(QStringLiteral("Write 5000 words")); });
    return QApplication::exec();
}
