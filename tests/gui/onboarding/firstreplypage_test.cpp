// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/firstreplypage.h"

#include "gui/chat/messages/messagetexts.h"
#include "gui/chat/messages/messageview.h"
#include "gui/onboarding/checkrow.h"
#include "gui/onboarding/fakes.h"
#include "gui/style/stylefixture.h"
#include "support/waitfor.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

namespace orangery::test {
namespace {

class FirstReplyTest : public StyleFixture
{
protected:
    FirstReplyTest() : m_page(look, m_question) {}

    QPushButton& send() { return *m_page.findChild<QPushButton*>(QStringLiteral("sendButton")); }
    QLineEdit& edit() { return *m_page.findChild<QLineEdit*>(QStringLiteral("questionEdit")); }
    MessageView& view() { return *m_page.findChild<MessageView*>(QStringLiteral("replyView")); }
    const MessageEntry& entry()
    {
        view().flush();
        return view().list().entry(0);
    }
    QString reply() { return plainMessageText(entry()); }
    QString figures() { return MessageTexts::footer(entry().item()).text; }
    QLabel& status() { return *m_page.findChild<QLabel*>(QStringLiteral("figuresLabel")); }
    CheckRow& problem() { return *m_page.findChild<CheckRow*>(); }

    FakeQuestion m_question;
    FirstReplyPage m_page;
};

TEST_F(FirstReplyTest, ThePriceStandsOnTheButton)
{
    EXPECT_EQ(send().text(),
              QStringLiteral("Send  ≈ 0.8\u00A0n").replace(QStringLiteral("≈ "), QStringLiteral("≈\u00A0")));
    m_question.price.reset();
    emit m_question.changed();
    EXPECT_TRUE(send().text().contains(QStringLiteral("price unknown")));
}

TEST_F(FirstReplyTest, WithoutAModelThereIsNothingToSend)
{
    m_question.model.clear();
    emit m_question.changed();
    EXPECT_FALSE(send().isEnabled());
    m_question.model = QStringLiteral("some-model");
    emit m_question.changed();
    EXPECT_TRUE(send().isEnabled());
    edit().setText(QStringLiteral("   "));
    EXPECT_FALSE(send().isEnabled());
    EXPECT_FALSE(send().toolTip().isEmpty());
}

TEST_F(FirstReplyTest, TheReplyStreamsInAndEndsWithItsFigures)
{
    send().click();
    ASSERT_EQ(m_question.asked.size(), 1);
    EXPECT_TRUE(m_page.isRunning());
    EXPECT_EQ(send().text(), QStringLiteral("Stop"));
    emit m_question.textArrived(QStringLiteral("An orangery "));
    emit m_question.textArrived(QStringLiteral("was warm."));
    EXPECT_EQ(reply(), QStringLiteral("An orangery was warm."));
    m_question.reply(QStringLiteral("."));
    EXPECT_FALSE(m_page.isRunning());
    EXPECT_TRUE(m_page.hasReply());
    EXPECT_EQ(figures().replace(QChar(0xA0), QLatin1Char(' ')),
              QStringLiteral("54 → 31 tok · 0.6 s · est. 0.8 → 0.7 n"));
    EXPECT_TRUE(status().isHidden()) << "it said that text is coming in";
}

TEST_F(FirstReplyTest, StoppingKeepsTheText)
{
    send().click();
    emit m_question.textArrived(QStringLiteral("Half of"));
    send().click();
    EXPECT_FALSE(m_page.isRunning());
    EXPECT_EQ(reply(), QStringLiteral("Half of"));
    EXPECT_TRUE(status().text().contains(QStringLiteral("kept")));
    EXPECT_TRUE(problem().isHidden()) << "a stop is not an error";
}

TEST_F(FirstReplyTest, AFailureSaysWhyAndKeepsTheQuestion)
{
    edit().setText(QStringLiteral("Why?"));
    send().click();
    emit m_question.finished(Error::of(ErrorKind::QuotaExhausted));
    EXPECT_FALSE(problem().isHidden());
    EXPECT_TRUE(problem().accessibleDescription().contains(QStringLiteral("used up")));
    EXPECT_EQ(edit().text(), QStringLiteral("Why?"));
    EXPECT_FALSE(edit().isReadOnly());
    send().click();
    EXPECT_TRUE(problem().isHidden());
    EXPECT_EQ(m_question.asked.size(), 2);
}

TEST_F(FirstReplyTest, PatienceIsExplained)
{
    send().click();
    emit m_question.retrying(Error::of(ErrorKind::Busy), std::chrono::seconds(4), 2);
    EXPECT_TRUE(status().text().contains(QStringLiteral("again in 4 s (attempt 2)")))
        << qPrintable(status().text());
}

TEST_F(FirstReplyTest, MarkdownIsShownAsInChat)
{
    m_page.resize(600, 500);
    m_page.show();
    send().click();
    emit m_question.textArrived(QStringLiteral("It was **warm**.\n\n- one"));
    EXPECT_EQ(reply(), QStringLiteral("It was warm.\n\n\u2022 one"));
    const int low = view().height();
    const QString whole = QStringLiteral("It was **warm**.\n\n- one\n- two\n\n```js\nlet a\n```");
    m_question.reply(whole);
    EXPECT_EQ(entry().item().text, whole) << "what the service says in the end counts";
    EXPECT_EQ(entry().slotCount(), 4);
    EXPECT_EQ(entry().block(3).kind, BlockKind::Code);
    EXPECT_TRUE(waitFor([&] { return view().height() > low && view().verticalScrollBar()->maximum() == 0; }))
        << "as high as its text: " << view().height() << " of " << view().list().height();
    m_question.reply(QStringLiteral("a line\n\n").repeated(40));
    EXPECT_TRUE(waitFor([&] { return view().verticalScrollBar()->maximum() > 0; })) << "up to a limit";
    EXPECT_LT(view().height(), 300);
}

TEST_F(FirstReplyTest, MarkupInAReplyIsText)
{
    send().click();
    m_question.reply(QStringLiteral("<b>not bold</b> & so on"));
    EXPECT_EQ(reply(), QStringLiteral("<b>not bold</b> & so on"));
}

} // namespace
} // namespace orangery::test
