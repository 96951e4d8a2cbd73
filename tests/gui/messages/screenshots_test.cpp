// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messages/messagefixture.h"
#include "support/waitfor.h"

#include <QDir>
#include <QImage>
#include <QPixmap>
#include <QScrollBar>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

class MessageScreenshots : public test::MessageViewTest
{
protected:
    /// Writes a picture when ORANGERY_SCREENSHOTS names a folder.
    void save(const QString& name)
    {
        const QString folder = qEnvironmentVariable("ORANGERY_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        EXPECT_TRUE(view.grab().save(QDir(folder).filePath(name)));
    }

    static QList<MessageItem> frostAlert()
    {
        MessageItem first = reply(
            2,
            u"For a 30 m run take the **DS18B20**: 1-Wire tolerates that length with a 2.2 k\u03a9 pull-up "
            "and twisted pair. I\u00b2C, which the TMP102 uses, is made for the circuit board and "
            "gets unreliable after about 1 m."_s);
        first.promptTokens = 118;
        first.completionTokens = 604;
        first.tokensPerSecond = 43;
        first.booked = Neurons::of(22.6);
        MessageItem second = reply(4, u"Two thresholds with hysteresis, so the alarm does not flap around "
                                      u"the limit:\n\n```python\nLIMITS = (4.0, "
                                      "1.0)          # \u00b0C; each fires once, both re-arm above 5 "
                                      "\u00b0C\narmed = set(LIMITS)\n\nwhile True:\n    "
                                      "t = read_temp(bus)\n    if t > 5.0:\n        armed = set(LIMITS)\n    "
                                      "for limit in sorted(armed, reverse=True):\n"
                                      "        if t < limit:\n            notify(f\"{t:.1f} \u00b0C, below "
                                      "{limit:g} \u00b0C\")\n            armed.discard(limit)\n"
                                      "    time.sleep(60)\n```\n\nSave it as `frost.py`; `read_temp()` and "
                                      "`notify()` follow in the next block if "
                                      "you want them here."_s);
        second.reasoning = u"Hysteresis is needed.\nTwo limits."_s;
        second.reasoningSeconds = 3.1;
        second.reasoningTokens = 212;
        second.promptTokens = 842;
        second.completionTokens = 388;
        second.tokensPerSecond = 44;
        second.estimate = Neurons::of(20);
        second.booked = Neurons::of(18.8);
        return {
            own(1,
                u"Which sensor for frost warnings in a glasshouse: TMP102 or DS18B20? Cable run is 30 m."_s),
            first,
            own(3, u"Keep the TMP102, I have it on the controller board already. Write the loop in Python, "
                   u"warn below "
                   "4 \u00b0C and again below 1 \u00b0C."_s),
            second};
    }

    static QString everything()
    {
        return u"# A title\n\nText with *italic*, **bold**, ~~struck~~, `inline code`, a "
               u"[link](https://example.org) and "
               "a note[^1]. Math $a_1^2 + b$ stays.\n\n## Lists\n\n1. first\n2. second\n   - nested\n   - "
               "more\n\n     with text\n"
               "3. third\n\n- [ ] open\n- [x] done\n\n> A quote\n> > deeper\n\n| plant | *least* | note "
               "|\n|:--|--:|:-:|\n"
               "| Citrus limon | 4 \u00b0C | keep dry in winter and away from the heating, it drops its "
               "leaves otherwise |\n"
               "| Citrus sinensis | 2 \u00b0C | `ok` |\n\n---\n\n\u05e9\u05dc\u05d5\u05dd "
               "**\u05e2\u05d5\u05dc\u05dd**, RTL.\n\n- \u05e4\u05e8\u05d9\u05d8 \u05d0\u05d7\u05d3\n\n"
               "\u8fd9\u662f**\u4e2d\u6587**\u6bb5\u843d\uff0c\u7528\u6765\u68c0\u67e5\u6362\u884c\u3002\n\n<"
               "div>raw html</div>\n\n"
               "```cpp\nint main() { return 0; } // a very long line that runs out of the block and must be "
               "scrolled sideways, really, it goes on\n```\n\n"
               "[^1]: The footnote."_s;
    }
};

} // namespace

TEST_F(MessageScreenshots, ConversationInBothThemes)
{
    view.resize(1016, 568);
    view.setMessages(frostAlert());
    QImage light;
    for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
        theme.setChoice(choice);
        const auto coloured = [&] {
            const MessageEntry& entry = view.list().entry(3);
            const QImage image = view.grab().toImage();
            const QRect code = entry.slotRect(1).translated(view.messageRect(3).topLeft());
            for (int y = code.top() + 40; y < code.bottom() - 10; ++y) {
                for (int x = code.left() + 10; x < code.right() - 10; ++x) {
                    if (image.pixelColor(x, y) == theme.color(Token::C4))
                        return true;
                }
            }
            return false;
        };
        test::waitFor(coloured, 5000);
        const QImage image = view.grab().toImage();
        EXPECT_EQ(image.pixelColor(2, 2), theme.color(Token::Base));
        EXPECT_NE(image, light);
        light = image;
        save(choice == Theme::Choice::Light ? u"messages-light.png"_s : u"messages-dark.png"_s);
    }
}

TEST_F(MessageScreenshots, EveryKindOfBlock)
{
    view.resize(900, 1150);
    MessageItem item = reply(2, everything());
    item.reasoning = u"First I think.\n\nThen I answer."_s;
    view.setMessages({own(1, u"Show all"_s), item});
    view.setUnfolded(1, true);
    view.scrollToEnd();
    test::waitFor([] { return false; }, 400);
    save(u"blocks-light.png"_s);
    theme.setChoice(Theme::Choice::Dark);
    view.selectAll();
    test::waitFor([] { return false; }, 300);
    save(u"blocks-dark-selected.png"_s);
    EXPECT_GT(view.list().entry(1).slotCount(), 20);
}

TEST_F(MessageScreenshots, StatesStripsAndCaret)
{
    MessageItem cut = reply(1, u"An answer that was"_s, MessageState::Cut);
    MessageItem failed = reply(2, u"An answer that broke"_s, MessageState::Failed);
    failed.notice = u"The connection to Workers AI was lost after 12 s."_s;
    MessageItem running = reply(4, u"Running **text"_s, MessageState::Streaming);
    running.completionTokens = 164;
    running.tokensPerSecond = 46;
    running.booked = Neurons::of(10.6);
    view.setMessages({cut, failed, own(3, u"short"_s), running});
    view.interaction().setFocused(1);
    save(u"focus-message-light.png"_s);
    view.interaction().setFocused(1, spot(1, Spot::StripAction));
    save(u"states-light.png"_s);
    const QRectF caret = view.list().entry(3).caretRect();
    const QImage image = view.grab().toImage();
    const QPoint middle = view.messageRect(3).topLeft() + caret.center().toPoint();
    EXPECT_EQ(image.pixelColor(middle), theme.color(Token::Leaf));
}

} // namespace orangery
