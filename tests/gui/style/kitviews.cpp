// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the kit: what shows figures, messages, rows and colours.
#include "kit.h"

#include "gui/common/banner.h"
#include "gui/common/costbadge.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/iconlabel.h"
#include "gui/common/pill.h"
#include "gui/common/toast.h"
#include "gui/style/icons.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QDir>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QMetaEnum>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

template <typename... Widgets>
QHBoxLayout* row(Widgets*... widgets)
{
    auto* layout = new QHBoxLayout;
    (layout->addWidget(widgets), ...);
    layout->addStretch();
    return layout;
}

} // namespace

void Kit::addPills(QVBoxLayout& column)
{
    column.addLayout(row(new Pill(m_look, Accent::Neutral, u"Neutral"_s),
                         new Pill(m_look, Accent::Leaf, u"0 n"_s, u"leaf"_s),
                         new Pill(m_look, Accent::Tangerine, u"Running"_s),
                         new Pill(m_look, Accent::Warning, u"Low"_s, u"warning"_s)));
    column.addLayout(row(new Pill(m_look, Accent::Danger, u"Failed"_s, u"error"_s),
                         new Pill(m_look, Accent::Info, u"Beta"_s)));
    const auto badge = [this] { return new CostBadge(m_look); };
    const Neurons rest = Neurons::of(6584);
    auto* normal = badge();
    normal->showEstimate(Neurons::of(21), rest);
    auto* high = badge();
    high->showEstimate(Neurons::of(900), rest);
    auto* tooHigh = badge();
    tooHigh->showEstimate(Neurons::of(6900), rest);
    auto* done = badge();
    done->showDone(Neurons::of(20), Neurons::of(18.8));
    auto* running = badge();
    running->showRunning(Neurons::of(10.6), Neurons::of(20));
    auto* free = badge();
    free->showFree();
    auto* unknown = badge();
    unknown->showUnknown();
    column.addLayout(row(normal));
    column.addLayout(row(done, badge()));
    column.addLayout(row(high));
    column.addLayout(row(tooHigh));
    column.addLayout(row(running));
    column.addLayout(row(free, unknown));
    column.addStretch();
}

void Kit::addType(QVBoxLayout& column)
{
    const auto line = [&](const QString& text, TextRole role) {
        auto* label = new QLabel(text);
        bindText(*label, m_look.theme, role);
        column.addWidget(label);
    };
    line(u"3,416"_s, TextRole::Display);
    line(u"Title 20"_s, TextRole::Title);
    line(u"Heading 16"_s, TextRole::Heading);
    line(u"Reading 14"_s, TextRole::Reading);
    line(u"Body 13"_s, TextRole::Body);
    line(u"Meta 12"_s, TextRole::Meta);
    line(u"Tiny 11"_s, TextRole::Tiny);
    line(u"Code 12"_s, TextRole::Code);
    auto* elided = new ElidedLabel(u"A line that is much too long for its place"_s);
    column.addWidget(elided);
    column.addStretch();
}

void Kit::addToasts(QVBoxLayout& column)
{
    for (const ToastMessage& message :
         {ToastMessage{Accent::Leaf, u"check"_s, u"lecture-part-2.wav is ready"_s,
                       u"15:12, 708.8 n, 96 segments"_s, u"Open"_s},
          ToastMessage{Accent::Danger, u"error"_s, u"memo-0931.opus failed"_s,
                       u"Unsupported audio (3010). The file is kept."_s, u"Fix"_s},
          ToastMessage{Accent::Neutral, u"undo"_s, u"Chat deleted"_s, u"“Seed list to JSON”"_s, u"Undo"_s}})
        column.addWidget(new Toast(m_look, message, this));
    column.addStretch();
}

void Kit::addBanners(QVBoxLayout& column)
{
    const auto post = [&](const BannerMessage& message, bool alone = true) {
        auto* banner = new Banner(m_look, this);
        if (!alone)
            banner->post({u"other"_s, Accent::Info, u"clock"_s, u"Other"_s, u"waits"_s, {}, {}, {}});
        banner->post(message);
        column.addWidget(banner);
    };
    post({u"quota"_s,
          Accent::Warning,
          u"gauge"_s,
          u"Today’s 10,000 free neurons are used up"_s,
          u"Next allowance in 3 h 13 min 22 s, at 01:00 (00:00 UTC). Your draft is kept."_s,
          u"3 h 13 min 22 s"_s,
          {{u"Send at 01:00"_s, u"clock"_s}, {u"0 n models"_s, u"leaf"_s}},
          u"{}"_s});
    post({u"busy"_s,
          Accent::Info,
          u"clock"_s,
          u"This model is busy, trying again in 4 s"_s,
          u"Attempt 2 of 3. Code 3040, nothing booked."_s,
          {},
          {{u"Other model"_s, {}}, {u"Stop"_s, {}}},
          {}});
    post({u"offline"_s,
          Accent::Danger,
          u"network-off"_s,
          u"No connection"_s,
          u"Everything stored here still works. Two messages wait to be sent."_s,
          {},
          {{u"Retry"_s, {}}},
          u"x"_s},
         false);
    column.addStretch();
}

void Kit::addViews(QVBoxLayout& column)
{
    auto* list = new QListWidget;
    list->setFrameShape(QFrame::NoFrame);
    for (int index = 0; index < 12; ++index)
        list->addItem(new QListWidgetItem(m_look.icons.icon(u"chat"_s), u"Row %1"_s.arg(index)));
    list->setCurrentRow(1);
    list->setFixedHeight(110);
    column.addWidget(list);
    auto* bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setValue(62);
    column.addWidget(bar);
    auto* unknown = new QProgressBar;
    unknown->setRange(0, 0);
    column.addWidget(unknown);
    column.addStretch();
}

void Kit::addColors(QVBoxLayout& column)
{
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    for (std::size_t index = 0; index < tokenCount; ++index) {
        auto* swatch = new QWidget;
        swatch->setFixedSize(36, 20);
        bindFill(*swatch, m_look.theme, static_cast<Token>(index));
        grid->addWidget(swatch, int(index) / 9, int(index) % 9);
    }
    column.addLayout(grid);
    column.addStretch();
}

void Kit::addIcons(QVBoxLayout& column)
{
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    int index = 0;
    for (const QString& file : QDir(u":/icons"_s).entryList({u"*.svg"_s})) {
        const QString name = file.chopped(4);
        if (name == u"mark"_s)
            continue;
        grid->addWidget(new IconLabel(m_look, name, 24, Token::Text), index / 26, index % 26);
        ++index;
    }
    column.addLayout(grid);
    auto* marks = new QHBoxLayout;
    for (const int side : {64, 48, 32, 24, 16}) {
        auto* label = new QLabel;
        label->setPixmap(m_look.icons.mark().pixmap(QSize(side, side), devicePixelRatioF()));
        marks->addWidget(label);
    }
    marks->addStretch();
    column.addLayout(marks);
}

} // namespace orangery::test
