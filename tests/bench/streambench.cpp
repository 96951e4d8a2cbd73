// SPDX-License-Identifier: GPL-3.0-or-later
// Streams the same text into the message view and into Qt's own text widgets, frame by frame, in turn, and
// opens a long conversation.
//
// Tokens of four characters come ten to a frame (300 tokens a second at 30 frames). After each frame's tokens
// the text is laid out, scrolled to its end and painted; Qt's widgets get the same text as plain text. The
// view's own rate limit is bypassed, so that every frame pays for its text.
//
// CPU time, so that other work on the machine does not count: of the whole process for the ratios (colouring
// code on its thread included), of the GUI thread for single frames. worst_ms is the slowest frame of a run,
// p99_ratio compares the 99th percentiles of the frames. Runs in turn, medians over the runs.
#include "bench/report.h"
#include "gui/chat/messages/messageview.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBrowser>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <utility>
#include <vector>

namespace {

using namespace orangery;
using namespace orangery::bench;
using namespace Qt::StringLiterals;

constexpr int TokenLength = 4;
constexpr int TokensPerFrame = 10; // 300 tokens/s at 30 frames/s
constexpr int Rounds = 5;

/// What models write: headings, German, English and Chinese prose, lists, tables, fences; no two sections
/// alike.
QString sampleText(int tokens)
{
    const QStringList sections = {
        u"## Section %1: watering plan\n\nThe citrus trees stand in **38 tubs** and need water every second "
        u"day in summer; "
        "in winter once a week is enough, because *cold roots* cannot drink. A moisture sensor (see "
        "`probe_%1`) tells "
        "when the upper third of the soil has dried out.\n\n"_s,
        u"### Abschnitt %1\n\nDie Orangerie wurde 17%1 erbaut und bietet **Platz f\u00fcr** zw\u00f6lf "
        u"gro\u00dfe K\u00fcbel. Im Winter "
        "m\u00fcssen die Pflanzen k\u00fchl, aber frostfrei stehen; L\u00fcften ist wichtig, sonst drohen "
        "*Schildl\u00e4use*. Gr\u00f6\u00dfere "
        "B\u00e4ume werden zuerst hineingetragen.\n\n"_s,
        u"\u7b2c%"
        u"1\u8282\uff1a\u67d1\u6a58\u6811\u5728\u51ac\u5929\u9700\u8981\u51c9\u723d\u7684\u73af\u5883\uff0c"
        u"\u4f46\u662f**\u4e0d\u80fd**"
        u"\u7ed3\u51b0\u3002\u6d47\u6c34\u8981\u5c11\uff0c\u901a\u98ce\u8981\u597d\u3002"
        "\u6e29\u5ba4\u7684\u6e29\u5ea6\u5e94\u8be5\u4fdd\u6301\u5728\u4e94\u5230\u5341\u5ea6\u4e4b\u95f4\uff0c\u8fd9\u6837\u6811\u6728\u53ef\u4ee5\u5b89\u5168\u8fc7\u51ac\u3002\n\n"_s,
        u"1. Measure the temperature at point %1\n2. Compare it with the limit\n   - warn below **4 "
        u"\u00b0C**\n   - alarm below 1 \u00b0C\n"
        "3. Open the [valve](https://example.org/valve/%1) and wait ten minutes\n4. Measure again and write it down\n\n"_s,
        u"| Plant | Tub | Least | Water |\n|:------|----:|------:|:------|\n| Citrus limon %1 | 12 | 4 "
        u"\u00b0C | every 2 days |\n"
        "| Citrus sinensis | 13 | 2 \u00b0C | every 3 days |\n| Laurus nobilis | 14 | -5 \u00b0C | weekly |\n| Olea europaea | 15 | -8 \u00b0C | weekly |\n\n"_s,
        u"```python\ndef read_probe_%1(bus, retries=3):\n    # each attempt takes 750 ms\n    for attempt in "
        u"range(retries):\n"
        "        value = bus.read(0x48, attempt)\n        if value is not None:\n            return value / "
        "256.0\n    raise "
        "TimeoutError(\"probe %1 does not answer\")\n```\n\n"_s,
        u"> Note %1: the glass must be **shaded** from May on.\n\n- [x] shading ordered\n- [ ] pump cleaned\n- [ ] tubs numbered\n\n"_s,
    };
    QString text;
    const qsizetype wanted = qsizetype(tokens) * TokenLength;
    for (int i = 0; text.size() < wanted; ++i)
        text += QString(sections[i % sections.size()]).replace(u"%1"_s, QString::number(i));
    text.truncate(wanted);
    return text;
}

double cpuMs(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Run
{
    double totalMs = 0;
    std::vector<double> frames;
};

/// Feeds the text token by token; after every frame's tokens `show` makes them visible and paints.
Run stream(const QString& text, const std::function<void(const QString&)>& feed,
           const std::function<void()>& show)
{
    Run run;
    const double before = cpuMs(CLOCK_PROCESS_CPUTIME_ID);
    const qsizetype perFrame = TokenLength * TokensPerFrame;
    for (qsizetype at = 0; at < text.size(); at += perFrame) {
        const double start = cpuMs(CLOCK_THREAD_CPUTIME_ID);
        for (qsizetype token = at; token < qMin(at + perFrame, text.size()); token += TokenLength)
            feed(text.mid(token, TokenLength));
        show();
        run.frames.push_back(cpuMs(CLOCK_THREAD_CPUTIME_ID) - start);
    }
    run.totalMs = cpuMs(CLOCK_PROCESS_CPUTIME_ID) - before;
    return run;
}

Run streamIntoView(const Look& look, const QString& text)
{
    MessageView view(look);
    view.resize(1016, 568);
    view.show();
    MessageItem question;
    question.id = 1;
    question.role = MessageRole::User;
    question.text = u"Go on."_s;
    MessageItem answer;
    answer.id = 2;
    answer.state = MessageState::Streaming;
    view.setMessages({question, answer});
    QApplication::processEvents();
    return stream(
        text, [&](const QString& token) { view.appendText(2, token); },
        [&] {
            view.flush(); // every frame shows its text: the view's own waiting does not flatter it
            QApplication::processEvents();
        });
}

/// `batched`: a frame's tokens are inserted at once, which is not what plain code does, but the hardest
/// comparison.
template <typename Edit>
Run streamIntoEdit(const QString& text, bool batched = false)
{
    Edit edit;
    edit.setReadOnly(true);
    edit.resize(1016, 568);
    edit.show();
    QApplication::processEvents();
    QTextCursor cursor(edit.document());
    QString waiting;
    return stream(
        text,
        [&](const QString& token) {
            if (batched)
                waiting += token;
            else
                cursor.insertText(token);
        },
        [&] {
            if (batched)
                cursor.insertText(std::exchange(waiting, {}));
            edit.verticalScrollBar()->setValue(edit.verticalScrollBar()->maximum());
            QApplication::processEvents();
        });
}

double openConversation(const Look& look)
{
    QList<MessageItem> items;
    for (int i = 0; i < 5000; ++i) {
        MessageItem item;
        item.id = i + 1;
        item.role = i % 2 ? MessageRole::Assistant : MessageRole::User;
        item.text = i % 2 ? sampleText(300) : u"Question %1 about the plan"_s.arg(i);
        items.append(item);
    }
    MessageView view(look);
    view.resize(1016, 568);
    view.show();
    QApplication::processEvents();
    const double start = cpuMs(CLOCK_THREAD_CPUTIME_ID);
    view.setMessages(items);
    view.viewport()->repaint();
    return cpuMs(CLOCK_THREAD_CPUTIME_ID) - start;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    Icons icons(theme);
    const Look look{theme, icons};
    streamIntoView(look, sampleText(500)); // fonts and glyphs are loaded before anything is timed
    streamIntoEdit<QTextBrowser>(sampleText(500));
    streamIntoEdit<QPlainTextEdit>(sampleText(500));

    double total10k = 0;
    double total50k = 0;
    std::vector<double> worst;
    std::vector<double> tail;
    for (const int tokens : {2000, 10'000, 50'000}) {
        const QString text = sampleText(tokens);
        std::vector<double> ours;
        std::vector<double> browser;
        std::vector<double> edit;
        std::vector<double> batched;
        for (int round = 0; round < (tokens == 50'000 ? 3 : Rounds); ++round) {
            const Run view = streamIntoView(look, text);
            const Run plain = streamIntoEdit<QTextBrowser>(text);
            ours.push_back(view.totalMs);
            browser.push_back(plain.totalMs);
            edit.push_back(streamIntoEdit<QPlainTextEdit>(text).totalMs);
            batched.push_back(streamIntoEdit<QTextBrowser>(text, true).totalMs);
            worst.push_back(*std::max_element(view.frames.begin(), view.frames.end()));
            tail.push_back(quantile(view.frames, 0.99) / quantile(plain.frames, 0.99));
        }
        const std::string size = std::to_string(tokens / 1000) + "k";
        report("stream." + size + "_ratio", median(ours) / median(browser), "ratio");
        report("stream." + size + "_plaintext_ratio", median(ours) / median(edit), "ratio");
        report("stream." + size + "_batched_ratio", median(ours) / median(batched), "ratio");
        report("stream." + size + "_ms", median(ours), "ms");
        if (tokens == 10'000)
            total10k = median(ours);
        total50k = median(ours);
    }
    report("stream.exponent", std::log(total50k / total10k) / std::log(5.0), "exponent");
    report("stream.worst_ms", median(worst), "ms");
    report("stream.p99_ratio", median(tail), "ratio");

    std::vector<double> open;
    for (int round = 0; round < Rounds; ++round)
        open.push_back(openConversation(look));
    report("chat.open5000_ms", median(open), "ms");
    return 0;
}
