// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modelpicker.h"

#include "gui/picker/filterpill.h"
#include "gui/picker/modeltable.h"
#include "gui/picker/pickerfacts.h"
#include "gui/style/stylefixture.h"
#include "support/waitfor.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace orangery::test {
namespace {

class ModelPickerTest : public StyleFixture
{
protected:
    ModelPickerTest() : m_picker(look, &m_window), m_button(&m_window)
    {
        m_window.resize(1100, 700);
        m_button.setGeometry(900, 10, 150, 28);
        m_window.show();
        Model paid = chatModel(QStringLiteral("@cf/moonshotai/kimi"), 15, 0);
        paid.paidPlanOnly = true;
        m_facts = simpleFacts(100, {chatModel(QStringLiteral("@cf/a/first"), 10, 0), paid,
                                    chatModel(QStringLiteral("@cf/b/second"), 20, 0),
                                    chatModel(QStringLiteral("@cf/c/dear"), 200, 0)});
        m_picker.setFacts(m_facts);
        m_picker.setCurrentModel(QStringLiteral("@cf/a/first"));
        m_picker.openAt(&m_button);
    }

    QLineEdit& search() { return *m_picker.findChild<QLineEdit*>(QStringLiteral("searchEdit")); }
    ModelTable& table() { return *m_picker.findChild<ModelTable*>(); }
    QString current() { return table().currentRow() ? table().currentRow()->model.name() : QString(); }
    QString text(const char* label) { return m_picker.findChild<QLabel*>(QLatin1String(label))->text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&search(), key, modifiers);
    }

    QWidget m_window;
    ModelPicker m_picker;
    QPushButton m_button;
    PickerFacts m_facts;
};

TEST_F(ModelPickerTest, OpensOnTheModelInUse)
{
    m_picker.setCurrentModel(QStringLiteral("@cf/b/second"));
    m_picker.openAt(&m_button);
    EXPECT_EQ(current(), QStringLiteral("second"));
    EXPECT_EQ(text("detailName"), QStringLiteral("second"));
    EXPECT_EQ(text("detailId"), QStringLiteral("@cf/b/second"));
}

TEST_F(ModelPickerTest, ArrowsSkipDimmedRowsUnlessAltIsHeld)
{
    key(Qt::Key_Down);
    EXPECT_EQ(current(), QStringLiteral("second"));
    key(Qt::Key_Down);
    EXPECT_EQ(current(), QStringLiteral("second")) << "“dear” needs more than is left";
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(current(), QStringLiteral("kimi"));
    key(Qt::Key_Up);
    EXPECT_EQ(current(), QStringLiteral("first"));
    key(Qt::Key_PageDown);
    EXPECT_EQ(current(), QStringLiteral("second"));
}

TEST_F(ModelPickerTest, EnterTakesTheRowAndCloses)
{
    QSignalSpy chosen(&m_picker, &ModelPicker::modelChosen);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toString(), QStringLiteral("@cf/b/second"));
    EXPECT_TRUE(m_picker.isHidden());
}

TEST_F(ModelPickerTest, TypingNarrowsAndChoosesTheFirstUsableRow)
{
    QTest::keyClicks(&search(), QStringLiteral("sec"));
    EXPECT_EQ(table().model()->rowCount(), 1);
    EXPECT_EQ(current(), QStringLiteral("second"));
    search().clear();
    EXPECT_EQ(table().model()->rowCount(), 4);
}

TEST_F(ModelPickerTest, AnUnknownIdCanBeUsedAsTyped)
{
    QSignalSpy chosen(&m_picker, &ModelPicker::modelChosen);
    QTest::keyClicks(&search(), QStringLiteral("@cf/new/thing"));
    EXPECT_EQ(current(), QStringLiteral("thing"));
    EXPECT_TRUE(table().currentRow()->isTyped);
    key(Qt::Key_Enter);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toString(), QStringLiteral("@cf/new/thing"));
}

TEST_F(ModelPickerTest, AKnownIdIsNotOfferedTwice)
{
    search().setText(QStringLiteral("@cf/b/second"));
    ASSERT_EQ(table().model()->rowCount(), 1);
    EXPECT_FALSE(table().currentRow()->isTyped);
}

TEST_F(ModelPickerTest, SaysWhenNothingMatches)
{
    search().setText(QStringLiteral("nothing has these words"));
    EXPECT_TRUE(table().isHidden());
    EXPECT_FALSE(m_picker.findChild<QLabel*>(QStringLiteral("emptyLabel"))->isHidden());
    QSignalSpy chosen(&m_picker, &ModelPicker::modelChosen);
    key(Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 0);
    search().clear();
    EXPECT_FALSE(table().isHidden());
}

TEST_F(ModelPickerTest, ThePlanPillHidesWhatThePlanDoesNotAllow)
{
    for (FilterPill* pill : m_picker.findChildren<FilterPill*>()) {
        if (pill->text() == QStringLiteral("Works on my plan"))
            pill->click();
    }
    EXPECT_EQ(table().model()->rowCount(), 3);
}

TEST_F(ModelPickerTest, CtrlDMakesAFavouriteAndKeepsTheRow)
{
    QSignalSpy favourites(&m_picker, &ModelPicker::favouritesChanged);
    key(Qt::Key_Down);
    key(Qt::Key_D, Qt::ControlModifier);
    ASSERT_EQ(favourites.count(), 1);
    EXPECT_EQ(favourites.first().first().toStringList(), QStringList{QStringLiteral("@cf/b/second")});
    EXPECT_EQ(current(), QStringLiteral("second"));
    EXPECT_EQ(table().currentIndex().row(), 0);
    key(Qt::Key_D, Qt::ControlModifier);
    EXPECT_TRUE(favourites.last().first().toStringList().isEmpty());
}

TEST_F(ModelPickerTest, AClickTakesAUsableRowAndOnlyShowsADimmedOne)
{
    QSignalSpy chosen(&m_picker, &ModelPicker::modelChosen);
    const auto click = [&](int row) {
        const QRect cell = table().visualRect(table().model()->index(row, ModelListModel::Name));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.center());
    };
    click(1);
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_EQ(text("detailName"), QStringLiteral("kimi"));
    click(2);
    EXPECT_EQ(chosen.count(), 1);
}

TEST_F(ModelPickerTest, EscClearsTheSearchThenCloses)
{
    search().setText(QStringLiteral("sec"));
    key(Qt::Key_Escape);
    EXPECT_TRUE(search().text().isEmpty());
    EXPECT_FALSE(m_picker.isHidden());
    key(Qt::Key_Escape);
    EXPECT_TRUE(m_picker.isHidden());
}

TEST_F(ModelPickerTest, ARefreshThatFailsKeepsWhatWasKnownAndSaysWhy)
{
    QSignalSpy refresh(&m_picker, &ModelPicker::refreshRequested);
    auto* button = m_picker.findChild<QPushButton*>(QStringLiteral("refreshButton"));
    button->click();
    EXPECT_EQ(refresh.count(), 1);
    m_picker.showRefreshing();
    EXPECT_FALSE(button->isEnabled());
    m_picker.showRefreshError(Error::of(ErrorKind::Offline));
    EXPECT_TRUE(button->isEnabled());
    EXPECT_TRUE(text("catalogLabel").contains(QStringLiteral("not refreshed")));
    EXPECT_EQ(table().model()->rowCount(), 4);
}

TEST_F(ModelPickerTest, NewFactsKeepTheRow)
{
    key(Qt::Key_Down);
    m_facts.quota = quotaWithLeft(1000);
    m_picker.setFacts(m_facts);
    EXPECT_EQ(current(), QStringLiteral("second"));
    key(Qt::Key_Down);
    EXPECT_EQ(current(), QStringLiteral("dear")) << "the rest pays for it now";
}

TEST_F(ModelPickerTest, ANarrowWindowHasNoDetailPane)
{
    m_picker.hide();
    m_window.resize(900, 600);
    m_picker.openAt(&m_button);
    EXPECT_TRUE(m_picker.findChild<QWidget*>(QStringLiteral("detailPane"))->isHidden());
    EXPECT_LE(m_picker.width(), 868);
}

TEST_F(ModelPickerTest, EveryControlHasAName)
{
    for (QWidget* widget : m_picker.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        EXPECT_TRUE(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                    qobject_cast<QLabel*>(widget) || widget->inherits("QScrollBar") ||
                    widget->inherits("QHeaderView"))
            << widget->metaObject()->className() << qPrintable(widget->objectName());
    }
}

} // namespace
} // namespace orangery::test
