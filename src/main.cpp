// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountbook.h"
#include "app/application.h"
#include "app/networkdesk.h"
#include "gui/mainwindow.h"
#include "gui/paintreport.h"
#include "gui/smokerun.h"
#include "gui/style/icons.h"
#include "gui/style/orangerystyle.h"
#include "gui/style/theme.h"
#include "service/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

using namespace orangery;

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("orangery"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ORANGERY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("app.orangery.Orangery"));
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Orangery"));

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("orangery"), QStringLiteral("_"),
                        QStringLiteral(":/translations")) ||
        translator.load(QStringLiteral(":/translations/orangery_en.qm")))
        QCoreApplication::installTranslator(&translator);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Desktop workbench for Cloudflare Workers AI (unofficial)"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sandbox(
        QStringLiteral("sandbox"), QCoreApplication::translate("main", "Use the built-in sandbox account."));
    const QCommandLineOption data(
        QStringLiteral("data"),
        QCoreApplication::translate("main", "Keep data, cache and settings below <folder>."),
        QCoreApplication::translate("main", "folder"));
    const QCommandLineOption smoke(
        QStringLiteral("smoke"),
        QCoreApplication::translate("main",
                                    "Send one message to the sandbox, save a picture to <file> and end."),
        QCoreApplication::translate("main", "file"));
    parser.addOptions({sandbox, data, smoke});
    parser.process(application);

    // a trial run leaves no trace in the user's folders
    QTemporaryDir trial;
    const bool isTrial = parser.isSet(smoke);
    const Folders folders = parser.isSet(data)
                                ? Folders::below(QDir::current().absoluteFilePath(parser.value(data)))
                            : isTrial ? Folders::below(trial.path())
                                      : Folders::standard();

    Theme theme;
    Icons icons(theme);
    QApplication::setStyle(new OrangeryStyle(theme));
    QGuiApplication::setWindowIcon(Icons::applicationIcon());

    Application services(folders);
    if (parser.isSet(sandbox) || isTrial)
        services.accounts().useSandboxThisTime();

    MainWindow window({theme, icons},
                      {services.workbench(), services.accounts(), services.preferences(), services.network(),
                       services.chat(), services.conversations(), services.inspector(), folders.data});
    if (qEnvironmentVariableIsSet("ORANGERY_REPORT_PAINT"))
        new PaintReport(window);
    window.show();
    QTimer::singleShot(0, &window, [&] {
        if (!services.accounts().current())
            window.openOnboarding();
        services.workbench().refreshCatalog();
        if (isTrial)
            new SmokeRun(window, services.chat(), parser.value(smoke));
    });
    return QApplication::exec();
}
