// SPDX-License-Identifier: GPL-3.0-or-later
// The window in its looks, to hold beside the mock-ups, and what must hold in all of them.
#include "core/ids.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/messages/messageview.h"
#include "gui/common/banner.h"
#include "gui/common/toast.h"
#include "gui/window/windowfixture.h"
#include "service/preferences.h"
#include "storage/conversationstore.h"
#include "support/waitfor.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

namespace {

struct WindowLook
{
    const char* name;
    Theme::Choice theme = Theme::Choice::Light;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int size = Theme::normalSize;
    QSize extent = {1280, 800};
};

class WindowShots : public WindowFixture, public testing::WithParamInterface<WindowLook>
{
protected:
    void SetUp() override
    {
        QGuiApplication::setLayoutDirection(GetParam().direction);
        start();
        useAccount();
        theme->setChoice(GetParam().theme);
        services->preferences().setTheme(GetParam().theme == Theme::Choice::Dark ? QStringLiteral("dark")
                                                                                 : QStringLiteral("light"));
        services->preferences().setFontSize(GetParam().size);
        window->resize(GetParam().extent);
    }
    void TearDown() override { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void create(const QString& title, int daysAgo)
    {
        ConversationSummary conversation;
        conversation.id = newId();
        conversation.title = title;
        conversation.model = QStringLiteral("@cf/qwen/qwen2.5-coder-32b-instruct");
        conversation.createdAt = conversation.changedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
        ConversationStore(services->database())
            .create(conversation, {}, window.get(),
                    [this](const Result<void>&) { services->conversations().refresh(); });
    }
    /// Nothing is narrower or lower than its words and its icon need.
    void expectRoomInButtons()
    {
        for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || qobject_cast<QLineEdit*>(button->parentWidget()))
                continue; // those in a field are Qt's own
            EXPECT_GE(button->width(), button->sizeHint().width()) << qPrintable(button->objectName());
            EXPECT_GE(button->height(), button->sizeHint().height()) << qPrintable(button->objectName());
        }
    }
    void shootAs(const char* what)
    {
        shoot(QStringLiteral("%1-%2").arg(QLatin1String(what), QLatin1String(GetParam().name)));
    }
};

} // namespace

TEST_P(WindowShots, ConversationDraftAndToast)
{
    create(QStringLiteral("Seed list to JSON"), 40);
    create(QStringLiteral("Watering plan, 38 tubs"), 4);
    create(QStringLiteral("مهمة الترجمة الطويلة جدا للحديقة الشتوية"), 1);
    create(QStringLiteral("Why do lemons fall?"), 0);
    create(QStringLiteral("To be deleted"), 0);
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 5; }));
    shootAs("empty");
    ask(QStringLiteral("Pruning lemon trees in winter: show a table and code"));
    type(QStringLiteral("Now add a daily summary."));
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 6; }));
    expectRoomInButtons();
    shootAs("chat");
    chat().open(services->conversations().at(1).id);
    ASSERT_TRUE(waitFor([&] { return !chat().isBusy(); }));
    window->findChild<QAction*>(QStringLiteral("deleteChat"))->trigger();
    ASSERT_TRUE(window->findChild<Toast*>());
    expectRoomInButtons();
    shootAs("toast");
}

TEST_P(WindowShots, AnErrorWithItsCuresAndWhereTheyLead)
{
    services->preferences().setSpendingLimits(
        {.ofOrigins = {{QStringLiteral("chat"), Neurons::of(1)}}, .ofSubject = {}});
    type(QStringLiteral("Pruning lemon trees in winter"));
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    ASSERT_TRUE(waitFor([this] { return !errors.isEmpty() && !chat().isBusy(); }));
    ASSERT_TRUE(waitFor([this] { return window->findChild<Banner*>()->isVisible(); }));
    QTest::qWait(50); // the layout makes room for the banner
    expectRoomInButtons();
    shootAs("banner");
    window->openSettings(QStringLiteral("budgetPage"));
    shoot(QStringLiteral("budget-%1").arg(QLatin1String(GetParam().name)), &find<QDialog>("settingsDialog"));
    window->openInspector();
    auto& inspector = find<QDialog>("inspectorWindow");
    inspector.resize(GetParam().extent);
    shoot(QStringLiteral("inspector-%1").arg(QLatin1String(GetParam().name)), &inspector);
    expectRoomInButtons();
}

INSTANTIATE_TEST_SUITE_P(
    Looks, WindowShots,
    testing::Values(WindowLook{.name = "light"}, WindowLook{.name = "dark", .theme = Theme::Choice::Dark},
                    WindowLook{.name = "rtl", .direction = Qt::RightToLeft},
                    WindowLook{.name = "large", .size = Theme::largestSize},
                    WindowLook{.name = "large-rtl", .direction = Qt::RightToLeft, .size = Theme::largestSize},
                    WindowLook{.name = "small", .extent = {900, 600}},
                    WindowLook{.name = "small-dark", .theme = Theme::Choice::Dark, .extent = {900, 600}},
                    WindowLook{.name = "small-large", .size = 20, .extent = {900, 600}}),
    [](const auto& look) { return QString::fromLatin1(look.param.name).remove(u'-').toStdString(); });

} // namespace orangery::test
