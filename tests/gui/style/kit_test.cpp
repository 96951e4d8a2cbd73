// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit.h"

#include "gui/style/icons.h"
#include "gui/style/orangerystyle.h"
#include "gui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

// ORANGERY_KIT_PNG names a folder for the pictures; without it the kit is only built, shown and painted.
void save(const QPixmap& picture, const QString& name)
{
    const QString folder = qEnvironmentVariable("ORANGERY_KIT_PNG");
    if (!folder.isEmpty()) {
        EXPECT_TRUE(picture.save(folder + u'/' + name + u".png"_s));
    }
}

class KitTest : public testing::TestWithParam<Theme::Choice>
{
protected:
    KitTest() : icons(theme)
    {
        QApplication::setStyle(new OrangeryStyle(theme));
        theme.setChoice(GetParam());
        theme.setMotionReduced(true);
    }
    ~KitTest() override
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setStyle(u"fusion"_s);
    }

    QString suffix() const { return theme.isDark() ? u"dark"_s : u"light"_s; }

    QPixmap picture()
    {
        Kit kit({theme, icons});
        kit.resize(kit.width(), kit.height() * theme.size() / Theme::normalSize);
        kit.show();
        kit.activateWindow();
        QCoreApplication::processEvents();
        kit.focusButton()->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        return kit.grab();
    }

    Theme theme;
    Icons icons;
};

TEST_P(KitTest, ShowsEveryPart)
{
    const QPixmap shown = picture();
    EXPECT_EQ(shown.toImage().pixelColor(2, shown.height() - 2), theme.color(Token::Window));
    save(shown, u"kit-"_s + suffix());
}

TEST_P(KitTest, MirrorsFromRightToLeft)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    save(picture(), u"kit-rtl-"_s + suffix());
}

TEST_P(KitTest, GrowsWithTheText)
{
    theme.setSize(20);
    save(picture(), u"kit-20-"_s + suffix());
}

TEST_P(KitTest, ShowsAMenu)
{
    QMenu menu;
    menu.addAction(icons.icon(u"copy"_s), u"Copy"_s)->setShortcut(QKeySequence(u"Ctrl+C"_s));
    QAction* checked = menu.addAction(u"Pinned"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu.addSeparator();
    menu.addMenu(u"Export as"_s)->addAction(u"Markdown"_s);
    menu.addAction(u"Unavailable"_s)->setEnabled(false);
    menu.setActiveAction(menu.actions().first());
    menu.popup(QPoint(0, 0));
    const QPixmap shown = menu.grab();
    menu.hide();
    EXPECT_FALSE(shown.isNull());
    save(shown, u"menu-"_s + suffix());
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, KitTest, testing::Values(Theme::Choice::Light, Theme::Choice::Dark));

} // namespace
} // namespace orangery::test
