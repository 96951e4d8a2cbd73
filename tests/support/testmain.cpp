// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>
#include <gtest/gtest.h>

// Every test program runs in a Qt application: a QApplication where a platform was chosen (QT_QPA_PLATFORM),
// else a QCoreApplication. The standard paths are the test ones, so no test touches a user's files.
int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("orangery-test"));
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        QApplication application(argc, argv);
        return RUN_ALL_TESTS();
    }
    QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
