// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsdialog.h"

#include "gui/settings/scrim.h"
#include "gui/settings/settingsfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

namespace orangery::test {
namespace {

class SettingsDialogTest : public SettingsFixture
{
protected:
    SettingsDialogTest() : m_dialog(look, makePages(), &m_window) { m_window.resize(1280, 800); }

    QLineEdit& search() { return *m_dialog.findChild<QLineEdit*>(QStringLiteral("searchEdit")); }
    QListWidget& list() { return *m_dialog.findChild<QListWidget*>(QStringLiteral("pageList")); }
    QPushButton& button(const char* name) { return *m_dialog.findChild<QPushButton*>(QLatin1String(name)); }
    QStringList shown()
    {
        QStringList titles;
        for (int row = 0; row < list().count(); ++row) {
            if (!list().item(row)->isHidden())
                titles.append(list().item(row)->text());
        }
        return titles;
    }

    QWidget m_window;
    SettingsDialog m_dialog;
};

TEST_F(SettingsDialogTest, ShowsAPageByItsName)
{
    m_dialog.showPage(QStringLiteral("networkPage"));
    EXPECT_EQ(m_dialog.currentPage()->title(), QStringLiteral("Network"));
    EXPECT_EQ(list().currentItem()->text(), QStringLiteral("Network"));
    m_dialog.showPage(QStringLiteral("nowhere"));
    m_dialog.showPage(QString());
    EXPECT_EQ(m_dialog.currentPage()->title(), QStringLiteral("Network"));
}

TEST_F(SettingsDialogTest, EveryPageHasItsOwnName)
{
    QStringList names;
    for (const SettingsPage* page : m_dialog.findChildren<SettingsPage*>()) {
        EXPECT_FALSE(page->objectName().isEmpty()) << qPrintable(page->title());
        EXPECT_FALSE(names.contains(page->objectName()));
        names.append(page->objectName());
    }
    EXPECT_EQ(names.size(), list().count());
}

TEST_F(SettingsDialogTest, SearchHidesPagesWithoutAHitAndMarksLabels)
{
    QTest::keyClicks(&search(), QStringLiteral("prox"));
    EXPECT_EQ(shown(), QStringList{QStringLiteral("Network")});
    EXPECT_EQ(m_dialog.currentPage()->title(), QStringLiteral("Network"));
    auto* label = m_dialog.findChild<QLabel*>(QStringLiteral("proxyLabel"));
    EXPECT_TRUE(label->autoFillBackground());
    EXPECT_EQ(label->palette().color(QPalette::Window), theme.color(Token::TangSoft));
    EXPECT_FALSE(m_dialog.findChild<QLabel*>(QStringLiteral("caLabel"))->autoFillBackground());
    search().clear();
    EXPECT_FALSE(label->autoFillBackground());
    EXPECT_EQ(shown().size(), list().count());
}

TEST_F(SettingsDialogTest, ChoicesInListsAreFoundToo)
{
    search().setText(QStringLiteral("dark"));
    EXPECT_TRUE(shown().contains(QStringLiteral("Appearance")));
    EXPECT_TRUE(m_dialog.findChild<QLabel*>(QStringLiteral("themeLabel"))->autoFillBackground());
}

TEST_F(SettingsDialogTest, SaysWhenNothingIsFound)
{
    search().setText(QStringLiteral("zzzz"));
    EXPECT_TRUE(shown().isEmpty());
    EXPECT_FALSE(m_dialog.findChild<QLabel*>(QStringLiteral("nothingLabel"))->isHidden());
    search().setText(QStringLiteral("zz"));
    search().clear();
    EXPECT_TRUE(m_dialog.findChild<QLabel*>(QStringLiteral("nothingLabel"))->isHidden());
}

TEST_F(SettingsDialogTest, ResetIsOfferedWhereItMeansSomething)
{
    EXPECT_FALSE(button("resetButton").isEnabled());
    m_dialog.showPage(QStringLiteral("chatPage"));
    EXPECT_TRUE(button("resetButton").isEnabled());
    m_preferences.setEnterSending(false);
    button("resetButton").click();
    EXPECT_TRUE(m_preferences.isEnterSending());
}

TEST_F(SettingsDialogTest, TheWindowBehindIsVeiledWhileItIsOpen)
{
    m_dialog.setAttribute(Qt::WA_DontShowOnScreen);
    m_dialog.show();
    auto* scrim = m_window.findChild<Scrim*>();
    ASSERT_NE(scrim, nullptr);
    m_window.show();
    m_window.resize(1000, 700);
    EXPECT_EQ(scrim->size(), QSize(1000, 700));
    button("closeButton").click();
    EXPECT_EQ(m_window.findChild<Scrim*>(), nullptr);
}

TEST_F(SettingsDialogTest, EscLeavesTheSearchFirst)
{
    m_dialog.setAttribute(Qt::WA_DontShowOnScreen);
    m_dialog.show();
    search().setText(QStringLiteral("proxy"));
    QTest::keyClick(&search(), Qt::Key_Escape);
    EXPECT_TRUE(m_dialog.isVisible());
    QTest::keyClick(&search(), Qt::Key_Escape);
    EXPECT_FALSE(m_dialog.isVisible());
}

} // namespace
} // namespace orangery::test
