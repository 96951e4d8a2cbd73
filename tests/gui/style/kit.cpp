// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit.h"

#include "gui/common/accountchip.h"
#include "gui/common/card.h"
#include "gui/common/keycap.h"
#include "gui/common/quotagauge.h"
#include "gui/common/searchfield.h"
#include "gui/common/stepline.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/tabbadge.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

// A field that looks focused while another widget has the focus.
class FocusedEdit : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void initStyleOption(QStyleOptionFrame* option) const override
    {
        QLineEdit::initStyleOption(option);
        option->state |= QStyle::State_HasFocus;
    }
};

QPushButton* button(const QString& text, const char* property = nullptr)
{
    auto* made = new QPushButton(text);
    if (property)
        made->setProperty(property, true);
    return made;
}

template <typename... Widgets>
QHBoxLayout* row(Widgets*... widgets)
{
    auto* layout = new QHBoxLayout;
    (layout->addWidget(widgets), ...);
    layout->addStretch();
    return layout;
}

} // namespace

Kit::Kit(Look look) : m_look(look)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    addHeader(*column);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(16, 8, 16, 0);
    grid->setSpacing(12);
    addButtons(*card(*grid, u"Buttons"_s, 0, 0));
    addFields(*card(*grid, u"Fields"_s, 0, 1));
    addPills(*card(*grid, u"Pills and cost badge"_s, 0, 2));
    addType(*card(*grid, u"Type"_s, 0, 3));
    addToasts(*card(*grid, u"Toasts"_s, 1, 0));
    addBanners(*card(*grid, u"Banners"_s, 1, 1, 1, 2));
    addViews(*card(*grid, u"Views"_s, 1, 3));
    addColors(*card(*grid, u"Colours"_s, 2, 0));
    addIcons(*card(*grid, u"Icons"_s, 2, 1, 1, 3));
    column->addLayout(grid, 1);
    resize(1280, 980);
}

QVBoxLayout* Kit::card(QGridLayout& grid, const QString& title, int row, int column, int rowSpan,
                       int columnSpan)
{
    auto* box = new Card(m_look);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(title);
    bindText(*label, m_look.theme, TextRole::Meta, Token::Text2);
    layout->addWidget(label);
    grid.addWidget(box, row, column, rowSpan, columnSpan);
    return layout;
}

void Kit::addHeader(QVBoxLayout& column)
{
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 0, 16, 0);
    auto* mark = new QLabel;
    mark->setPixmap(m_look.icons.mark().pixmap(QSize(28, 28), devicePixelRatioF()));
    auto* tabs = new QTabBar;
    tabs->setDocumentMode(true);
    tabs->setDrawBase(false);
    tabs->setUsesScrollButtons(false);
    for (const auto& [icon, name] : {std::pair{u"chat"_s, u"Chat"_s},
                                     {u"image"_s, u"Images"_s},
                                     {u"waveform"_s, u"Transcription"_s},
                                     {u"translate"_s, u"Translation"_s},
                                     {u"usage"_s, u"Usage"_s}})
        tabs->addTab(m_look.icons.icon(icon), name);
    setTabBadge(*tabs, 2, {1, false});
    setTabBadge(*tabs, 3, {0, true});
    auto* gauge = new QuotaGauge(m_look);
    gauge->setQuota(Neurons::of(3416), Neurons::of(1200), Neurons::of(10000), true);
    gauge->setResetIn(9 * 3600 + 40 * 60);
    auto* unknown = new QuotaGauge(m_look);
    unknown->setCompact(true);
    unknown->setQuota(Neurons::of(8500), {}, Neurons::of(10000), false);
    auto* chip = new AccountChip(m_look);
    chip->setAccount(u"Hofgarten"_s, u"3f9a00c21e"_s, u"Free"_s);
    auto* sandbox = new AccountChip(m_look);
    sandbox->setSandbox();
    layout->addWidget(mark);
    layout->addWidget(tabs);
    layout->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{gauge, unknown, chip, sandbox})
        layout->addWidget(widget);
    column.addWidget(header);
}

void Kit::addButtons(QVBoxLayout& column)
{
    auto* hover = button(u"Hover"_s, property::primary);
    hover->setAttribute(Qt::WA_UnderMouse);
    auto* pressed = button(u"Pressed"_s, property::primary);
    pressed->setDown(true);
    auto* disabled = button(u"Disabled"_s, property::primary);
    disabled->setEnabled(false);
    column.addLayout(row(button(u"Primary"_s, property::primary), hover, pressed, disabled));

    auto* plainHover = button(u"Hover"_s);
    plainHover->setAttribute(Qt::WA_UnderMouse);
    m_focusButton = button(u"Focus"_s);
    auto* plainDisabled = button(u"Disabled"_s);
    plainDisabled->setEnabled(false);
    column.addLayout(row(button(u"Default"_s), plainHover, m_focusButton, plainDisabled));

    auto* toggled = button(u"Toggled"_s);
    toggled->setCheckable(true);
    toggled->setChecked(true);
    toggled->setIcon(m_look.icons.icon(u"check"_s));
    auto* danger = button(u"Delete"_s, property::danger);
    danger->setIcon(m_look.icons.icon(u"trash"_s));
    auto* copy = new QToolButton;
    copy->setAutoRaise(true);
    copy->setIcon(m_look.icons.icon(u"copy"_s));
    column.addLayout(row(button(u"Quiet"_s, property::quiet), toggled, danger, copy));

    auto* menu = button(u"Menu"_s, property::compact);
    menu->setIcon(m_look.icons.icon(u"download"_s));
    menu->setMenu(new QMenu(menu));
    auto* model = new QToolButton;
    model->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    model->setPopupMode(QToolButton::InstantPopup);
    model->setMenu(new QMenu(model));
    model->setText(u"glm-4.7-flash"_s);
    model->setIcon(m_look.icons.icon(u"model"_s));
    column.addLayout(row(button(u"Compact"_s, property::compact), menu, model));
    column.addLayout(
        row(button(u"Generate 4 images"_s, property::large), new KeyCap(m_look, QKeySequence(u"Ctrl+K"_s))));
    auto* steps = new StepLine(m_look, {u"Connect"_s, u"Check"_s, u"Reply"_s});
    steps->setCurrent(1);
    column.addLayout(row(steps));
    column.addStretch();
}

void Kit::addFields(QVBoxLayout& column)
{
    auto* grid = new QGridLayout;
    grid->addWidget(new QLineEdit(u"Text"_s), 0, 0);
    grid->addWidget(new FocusedEdit(u"Focus"_s), 0, 1);
    grid->addWidget(new SearchField(m_look, u"Placeholder"_s), 1, 0);
    auto* combo = new QComboBox;
    combo->addItems({u"Choice"_s, u"Another"_s});
    grid->addWidget(combo, 1, 1);
    auto* invalid = new QLineEdit(u"99999"_s);
    invalid->setProperty(property::invalid, true);
    grid->addWidget(invalid, 2, 0);
    auto* disabled = new QLineEdit(u"Disabled"_s);
    disabled->setEnabled(false);
    grid->addWidget(disabled, 2, 1);
    auto* spin = new QSpinBox;
    spin->setMaximum(65535);
    spin->setValue(8717);
    grid->addWidget(spin, 3, 0);
    auto* edit = new QPlainTextEdit(u"A longer\ntext"_s);
    edit->setFixedHeight(56);
    grid->addWidget(edit, 3, 1);
    column.addLayout(grid);

    auto* on = new QCheckBox(u"On"_s);
    on->setChecked(true);
    auto* partly = new QCheckBox;
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto* radio = new QRadioButton;
    radio->setChecked(true);
    auto* otherRadio = new QRadioButton;
    auto* group = new QButtonGroup(this);
    group->addButton(radio);
    group->addButton(otherRadio);
    auto* switchOn = new QCheckBox;
    switchOn->setProperty(property::asSwitch, true);
    switchOn->setChecked(true);
    auto* switchOff = new QCheckBox;
    switchOff->setProperty(property::asSwitch, true);
    column.addLayout(row(new QCheckBox(u"Off"_s), on, partly, radio, otherRadio, switchOn, switchOff));
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    column.addWidget(slider);
    column.addStretch();
}

} // namespace orangery::test
