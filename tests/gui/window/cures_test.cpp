// SPDX-License-Identifier: GPL-3.0-or-later
// What a banner offers is carried out: another model for a busy one, the licence, the quota's override, caps.
#include "gui/common/banner.h"
#include "gui/window/windowfixture.h"
#include "service/preferences.h"
#include "service/workbench.h"
#include "support/waitfor.h"

#include <QDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

class Cures : public WindowFixture
{
protected:
    void SetUp() override
    {
        start();
        useAccount();
    }
    Banner& banner() { return *window->findChild<Banner*>(); }
    void askInVain(const QString& text)
    {
        type(text);
        QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
        ASSERT_TRUE(waitFor([this] { return !errors.isEmpty() && !chat().isBusy(); }, 30'000));
    }
    bool waitForAnswer()
    {
        return waitFor(
            [this] {
                return !chat().messages().isEmpty() &&
                       chat().messages().last().state == StoredMessage::State::Done && !chat().isBusy();
            },
            30'000);
    }
    /// Presses the banner's button whose text begins so.
    void press(const QString& beginning)
    {
        for (QPushButton* button : banner().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text().startsWith(beginning))
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        FAIL() << "no button says " << beginning.toStdString();
    }
    int runs() const
    {
        int count = 0;
        for (const QJsonValue& seen : service->state().value("requests"_L1).toArray())
            count += seen["path"_L1].toString().contains("/ai/run/"_L1) ? 1 : 0;
        return count;
    }
};

TEST_F(Cures, TheLicenceIsAcceptedAndTheMessageGoesOut)
{
    chat().setModel(u"@cf/meta/llama-3.2-11b-vision-instruct"_s);
    askInVain(u"Hello"_s);
    ASSERT_EQ(errors.first().kind, ErrorKind::LicenceNotAgreed);
    shoot(u"banner-licence"_s);
    errors.clear();
    press(u"Accept"_s);
    ASSERT_TRUE(waitForAnswer());
    EXPECT_TRUE(errors.isEmpty());
    EXPECT_FALSE(banner().isVisible());
}

TEST_F(Cures, AConsentSendsNothingElse)
{
    chat().setModel(u"@cf/meta/llama-3.2-11b-vision-instruct"_s);
    askInVain(u"Hello"_s);
    const int before = runs();
    press(u"Accept"_s);
    chat().startNew();
    type(u"not yet"_s);
    ASSERT_TRUE(waitFor([&] { return runs() == before + 1; }));
    EXPECT_FALSE(waitFor([&] { return runs() > before + 1 || chat().isBusy(); }, 500));
    EXPECT_EQ(find<QPlainTextEdit>("promptEdit").toPlainText(), u"not yet"_s);
}

TEST_F(Cures, ABusyModelIsReplacedByTheOneThatIsOffered)
{
    const QString busy = chat().model();
    service->setFault(u"3040"_s, 3, u"/ai/run/"_s);
    askInVain(u"Hello"_s);
    ASSERT_EQ(errors.first().kind, ErrorKind::Busy);
    const auto other = services->workbench().alternativeTo(busy);
    ASSERT_TRUE(other);
    errors.clear();
    press(u"Use "_s + other->name());
    ASSERT_TRUE(waitForAnswer());
    EXPECT_EQ(chat().model(), other->id);
    EXPECT_EQ(chat().messages().last().model, other->id);
}

TEST_F(Cures, AQuotaThatTheServiceCalledUsedUpMayBeTriedAllTheSame)
{
    service->setFault(u"3036"_s, 1, u"/ai/run/"_s);
    askInVain(u"Hello"_s);
    ASSERT_EQ(errors.first().kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(runs(), 1);
    ASSERT_TRUE(waitFor([&] { return services->workbench().quota().isExhaustedByService; }));
    errors.clear();
    type(u"And another thing"_s);
    press(u"Send anyway"_s);
    ASSERT_TRUE(waitForAnswer());
    EXPECT_EQ(chat().messages().at(chat().messages().size() - 2).text, u"And another thing"_s);
    EXPECT_TRUE(errors.isEmpty());
    EXPECT_EQ(runs(), 2);
    EXPECT_FALSE(services->workbench().quota().left().isZero());
}

TEST_F(Cures, AnEndedModelIsReplacedByConsentOnly)
{
    const Catalog& catalog = services->workbench().catalog();
    QString ended;
    for (const Model& model : catalog.models) {
        if (model.task == "Text Generation"_L1 && model.deprecated &&
            services->workbench().models().successorOf(model.id))
            ended = model.id;
    }
    ASSERT_FALSE(ended.isEmpty()) << "the bundled catalog knows no ended chat model with a successor";
    services->preferences().setFavouriteModels({u"@cf/zai-org/glm-4.7-flash"_s, ended});
    chat().setModel(ended);
    ASSERT_TRUE(banner().isVisible());
    EXPECT_TRUE(banner().current().title.contains("has ended"_L1));
    shoot(u"banner-succession"_s);
    EXPECT_EQ(chat().model(), ended);
    const QString successor = services->workbench().models().successorOf(ended)->id;
    press(u"Use "_s);
    EXPECT_EQ(chat().model(), successor);
    EXPECT_FALSE(services->preferences().favouriteModels().contains(ended));
    EXPECT_TRUE(services->preferences().favouriteModels().contains(successor));
    EXPECT_FALSE(banner().isVisible());
}

TEST_F(Cures, AnOwnCapLeadsToItsSetting)
{
    services->preferences().setSpendingLimits({.ofOrigins = {{u"chat"_s, Neurons::of(1)}}, .ofSubject = {}});
    askInVain(u"Hello"_s);
    ASSERT_EQ(errors.first().kind, ErrorKind::CapReached);
    EXPECT_EQ(runs(), 0);
    shoot(u"banner-cap"_s);
    press(u"Change the cap"_s);
    auto& settings = find<QDialog>("settingsDialog");
    EXPECT_TRUE(find<QWidget>("budgetPage", &settings).isVisible());
    shoot(u"settings-budget"_s, &settings);
}

TEST_F(Cures, ACapOfEachChatCountsOnlyThatChat)
{
    ask(u"Hello"_s);
    ASSERT_TRUE(waitFor([&] { return !services->workbench().quota().booked.isZero(); }));
    services->preferences().setSpendingLimits(
        {.ofOrigins = {}, .ofSubject = services->workbench().quota().booked});
    askInVain(u"More of it"_s);
    ASSERT_EQ(errors.first().kind, ErrorKind::CapReached);
}

} // namespace
} // namespace orangery::test
