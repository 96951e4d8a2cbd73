// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspector.h"

#include "gui/inspector/inspectorwindow.h"
#include "gui/window/windowfixture.h"
#include "service/preferences.h"
#include "support/waitfor.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

class InspectorWindowTest : public WindowFixture
{
protected:
    void SetUp() override
    {
        start();
        useAccount();
        ask(u"Name three trees."_s);
    }
    void TearDown() override { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    QWidget& open()
    {
        find<QAction>("inspector").trigger();
        return find<InspectorWindow>("inspectorWindow");
    }
    /// Puts the newest row that calls a model into the card.
    void chooseRun(QWidget& inspector)
    {
        auto& table = find<QTableView>("requestTable", &inspector);
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            if (table.model()->index(row, InspectorModel::Request).data().toString().contains("glm"_L1))
                return table.setCurrentIndex(table.model()->index(row, InspectorModel::Request));
        }
        ADD_FAILURE() << "no call to the model is listed";
    }
};

TEST_F(InspectorWindowTest, ShowsWhatWasSentAndWhatCame)
{
    QWidget& inspector = open();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&inspector));
    chooseRun(inspector);
    EXPECT_TRUE(find<QPlainTextEdit>("sentText", &inspector).toPlainText().contains("Name three trees."_L1));
    EXPECT_TRUE(find<QPlainTextEdit>("replyText", &inspector).toPlainText().contains("data: "_L1));
    const QString figures = find<QLabel>("requestFigures", &inspector).text();
    EXPECT_TRUE(figures.contains("cf-ray"_L1) && figures.contains("reported"_L1)) << qPrintable(figures);
    shoot(u"inspector-light"_s, &inspector);

    QTest::mouseClick(&find<QPushButton>("copyCurlButton", &inspector), Qt::LeftButton);
    const QString command = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(command.startsWith("curl "_L1));
    EXPECT_TRUE(command.contains("$CLOUDFLARE_API_TOKEN"_L1));
    EXPECT_FALSE(command.contains(Sandbox::token()));
    EXPECT_TRUE(find<QLabel>("requestNote", &inspector).isVisible());
}

TEST_F(InspectorWindowTest, NewRequestsComeOnTopAndLeaveTheChosenOneAlone)
{
    QWidget& inspector = open();
    chooseRun(inspector);
    const QString sent = find<QPlainTextEdit>("sentText", &inspector).toPlainText();
    auto& table = find<QTableView>("requestTable", &inspector);
    const int before = table.model()->rowCount();
    ask(u"And three birds."_s);
    ASSERT_TRUE(waitFor([&] { return table.model()->rowCount() > before; }));
    EXPECT_EQ(find<QPlainTextEdit>("sentText", &inspector).toPlainText(), sent);
    EXPECT_EQ(table.model()->index(0, InspectorModel::Status).data().toString(), u"200"_s);
}

TEST_F(InspectorWindowTest, TriesAnotherModel)
{
    QWidget& inspector = open();
    chooseRun(inspector);
    QTest::mouseClick(&find<QPushButton>("replayButton", &inspector), Qt::LeftButton);
    auto& search = find<QLineEdit>("searchEdit", &inspector);
    ASSERT_TRUE(waitFor([&] { return search.isVisible(); }));
    QTest::keyClicks(&search, u"llama-3.2-3b"_s);
    QTest::keyClick(&search, Qt::Key_Return);
    auto& table = find<QTableView>("requestTable", &inspector);
    const auto newest = [&] { return table.model()->index(0, InspectorModel::Request).data().toString(); };
    ASSERT_TRUE(waitFor([&] { return newest().contains("llama-3.2-3b"_L1); }));
    auto& note = find<QLabel>("requestNote", &inspector);
    EXPECT_TRUE(waitFor([&] { return note.text().contains("has answered"_L1); })) << qPrintable(note.text());
}

TEST_F(InspectorWindowTest, FiltersAndClears)
{
    QWidget& inspector = open();
    auto& table = find<QTableView>("requestTable", &inspector);
    auto& filter = find<QLineEdit>("filterEdit", &inspector);
    const int all = table.model()->rowCount();
    ASSERT_GT(all, 1);
    filter.setText(u"GLM-4.7"_s);
    EXPECT_EQ(table.model()->rowCount(), 1);
    filter.clear();
    EXPECT_EQ(table.model()->rowCount(), all);
    QTest::mouseClick(&find<QPushButton>("clearButton", &inspector), Qt::LeftButton);
    EXPECT_EQ(table.model()->rowCount(), 0);
    EXPECT_FALSE(find<QPushButton>("replayButton", &inspector).isEnabled());
    EXPECT_TRUE(find<QPlainTextEdit>("sentText", &inspector).toPlainText().isEmpty());
}

TEST_F(InspectorWindowTest, HoldsInItsLooks)
{
    QWidget& inspector = open();
    chooseRun(inspector);
    theme->setChoice(Theme::Choice::Dark);
    services->preferences().setTheme(u"dark"_s);
    find<QTabBar>("requestTabs", &inspector).setCurrentIndex(2);
    shoot(u"inspector-dark"_s, &inspector);
    services->preferences().setTheme(u"light"_s);
    services->preferences().setFontSize(Theme::largestSize);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(find<QPlainTextEdit>("sentText", &inspector).layoutDirection(), Qt::LeftToRight);
    const QList<QPushButton*> buttons = inspector.findChildren<QPushButton*>();
    const auto cut = [&] {
        QStringList names;
        for (const QPushButton* button : buttons) {
            if (button->isVisible() && button->width() < button->sizeHint().width())
                names += button->objectName();
        }
        return names;
    };
    EXPECT_TRUE(waitFor([&] { return cut().isEmpty(); })) << qPrintable(cut().join(u", "_s));
    shoot(u"inspector-rtl-24"_s, &inspector);
}

} // namespace
} // namespace orangery::test
