// SPDX-License-Identifier: GPL-3.0-or-later
// The display that with-xvfb gives: windows are mapped by a window manager and get the focus.
#include "support/waitfor.h"

#include <QApplication>
#include <QLineEdit>
#include <QScreen>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

TEST(WithXvfb, WindowsAreMappedAndFocused)
{
    ASSERT_EQ(QGuiApplication::platformName(), QStringLiteral("xcb"));
    QLineEdit edit;
    edit.show();
    edit.activateWindow();
    EXPECT_TRUE(waitFor([&edit] { return edit.isActiveWindow() && edit.hasFocus(); }));
}

TEST(WithXvfb, ScreenHasTheSizeThatWasAskedFor)
{
    EXPECT_EQ(QGuiApplication::primaryScreen()->size(), QSize(1280, 800));
}

} // namespace
} // namespace orangery::test
