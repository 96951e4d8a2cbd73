// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures to hold beside the mock-ups, and what they must show whatever the theme.
#include "gui/picker/modelpicker.h"
#include "gui/picker/pickerfacts.h"
#include "gui/style/stylefixture.h"

#include <QLineEdit>

namespace orangery::test {
namespace {

class PickerShots : public StyleFixture, public testing::WithParamInterface<Theme::Choice>
{
protected:
    void SetUp() override { theme.setChoice(GetParam()); }

    /// Painted, and written where ORANGERY_SCREENSHOTS names a folder.
    QImage shoot(ModelPicker& picker, const char* name)
    {
        picker.resize(904, 560);
        picker.setAttribute(Qt::WA_DontShowOnScreen);
        picker.show();
        QApplication::processEvents();
        const QImage image = picker.grab().toImage();
        const QString folder = qEnvironmentVariable("ORANGERY_SCREENSHOTS");
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/%2-%3.png")
                           .arg(folder, QLatin1String(name),
                                theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light")));
        return image;
    }
};

TEST_P(PickerShots, FullCatalog)
{
    ModelPicker picker(look);
    picker.setFacts(pictureFacts());
    picker.setCurrentModel(QStringLiteral("@cf/zai-org/glm-4.7-flash"));
    const QImage image = shoot(picker, "picker");
    EXPECT_GT(count(image, rgb(Token::Sel)), 600 * 20) << "the current row";
    EXPECT_GT(count(image, rgb(Token::Leaf)), 90) << "its bar";
}

TEST_P(PickerShots, NearlyNothingLeftAndATypedId)
{
    PickerFacts facts = pictureFacts();
    facts.quota = quotaWithLeft(20);
    ModelPicker picker(look);
    picker.setFacts(facts);
    picker.findChild<QLineEdit*>(QStringLiteral("searchEdit"))->setText(QStringLiteral("@cf/qwen/new"));
    shoot(picker, "picker-typed");
    picker.findChild<QLineEdit*>(QStringLiteral("searchEdit"))->clear();
    shoot(picker, "picker-low");
}

TEST_P(PickerShots, RightToLeftAndLargeText)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    theme.setSize(18);
    ModelPicker picker(look);
    picker.setFacts(pictureFacts());
    shoot(picker, "picker-rtl");
}

INSTANTIATE_TEST_SUITE_P(Themes, PickerShots, testing::Values(Theme::Choice::Light, Theme::Choice::Dark));

} // namespace
} // namespace orangery::test
