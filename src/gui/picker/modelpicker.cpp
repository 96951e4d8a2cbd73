// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modelpicker.h"

#include "gui/common/searchfield.h"
#include "gui/picker/filterpill.h"
#include "gui/picker/modeldetail.h"
#include "gui/picker/modeltable.h"
#include "gui/picker/pickerfooter.h"
#include "gui/picker/popupplace.h"
#include "gui/style/paint.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace orangery {

ModelPicker::ModelPicker(Look look, QWidget* parent) : QFrame(parent, Qt::Popup), m_look(look)
{
    setObjectName(QStringLiteral("modelPicker"));
    setAccessibleName(tr("Choose a model"));
    m_filter.setSourceModel(&m_models);
    m_table = new ModelTable(look, m_filter, this);
    m_table->setFocusPolicy(Qt::ClickFocus);
    m_detail = new ModelDetail(look, this);
    m_empty = new QLabel(this);
    m_empty->setObjectName(QStringLiteral("emptyLabel"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    bindText(*m_empty, look.theme, TextRole::Body, Token::Text2);
    m_footer = new PickerFooter(look, this);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_table, 1);
    middle->addWidget(m_empty, 1);
    middle->addWidget(m_detail);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    m_head = makeHead();
    layout->addWidget(m_head);
    layout->addLayout(middle, 1);
    layout->addWidget(m_footer);

    connect(m_table, &ModelTable::rowActivated, this, &ModelPicker::choose);
    connect(m_table, &ModelTable::favouriteToggled, this, &ModelPicker::toggleFavourite);
    connect(m_table, &ModelTable::currentRowChanged, this, &ModelPicker::showDetail);
    connect(m_footer, &PickerFooter::refreshRequested, this, &ModelPicker::refreshRequested);
    setFocusProxy(m_search);
    filter();
}

QWidget* ModelPicker::makeHead()
{
    auto* head = new QWidget(this);
    m_search = new SearchField(m_look, tr("Search models, or type any id"), head);
    m_search->setObjectName(QStringLiteral("searchEdit"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ModelPicker::filter);

    auto* pills = new QHBoxLayout;
    pills->setSpacing(6);
    const auto addPill = [&](ModelFilter::Wish wish, const QString& icon, const QString& text) {
        auto* pill = new FilterPill(m_look, icon, text, head);
        pill->setProperty("wish", int(wish));
        connect(pill, &QToolButton::toggled, this, &ModelPicker::filter);
        pills->addWidget(pill);
        m_pills.append(pill);
    };
    addPill(ModelFilter::Tools, QStringLiteral("tool"), tr("Tools"));
    addPill(ModelFilter::Vision, QStringLiteral("vision"), tr("Vision"));
    addPill(ModelFilter::Reasoning, QStringLiteral("reasoning"), tr("Reasoning"));
    addPill(ModelFilter::Lora, {}, tr("LoRA"));
    addPill(ModelFilter::OnMyPlan, {}, tr("Works on my plan"));
    addPill(ModelFilter::Free, QStringLiteral("leaf"), tr("0\u00A0n"));
    pills->addStretch();
    auto* order = new QLabel(tr("Sort: favourites, then price"), head);
    bindText(*order, m_look.theme, TextRole::Meta, Token::Text2);
    pills->addWidget(order);

    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 5);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addLayout(pills);
    return head;
}

void ModelPicker::setFacts(const PickerFacts& facts)
{
    const auto current = m_table->currentRow();
    m_facts = facts;
    m_models.setRows(pickerRows(facts));
    m_footer->showCatalog(facts.catalog);
    m_table->selectModel(current ? current->model.id : m_current);
    filter();
}

void ModelPicker::setCurrentModel(const QString& id)
{
    m_current = id;
    m_table->selectModel(id);
}

void ModelPicker::openAt(QWidget* button)
{
    m_focusBefore = QApplication::focusWidget();
    m_search->clear();
    m_table->selectModel(m_current);
    const QWidget* window = button->window();
    const bool isNarrow = window->width() < 1080;
    m_detail->setVisible(!isNarrow);
    resize(m_look.theme.scaled(isNarrow ? 868 : 904), m_look.theme.scaled(560));
    setGeometry(popupPlace(*button, size()));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void ModelPicker::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
}

void ModelPicker::filter()
{
    const auto current = m_table->currentRow();
    const QString text = m_search->text().trimmed();
    const bool isUnknownId = looksLikeModelId(text) && !m_facts.catalog.find(text);
    m_models.setTyped(isUnknownId ? text : QString());
    ModelFilter::Wishes wishes;
    for (const FilterPill* pill : m_pills)
        wishes.setFlag(ModelFilter::Wish(pill->property("wish").toInt()), pill->isChecked());
    m_filter.setText(text);
    m_filter.setWishes(wishes);

    m_table->selectModel(current ? current->model.id : m_current);
    const bool isEmpty = m_filter.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(
        m_facts.catalog.models.isEmpty()
            ? tr("The catalogue is empty. Refresh it, or type a model id.")
            : tr("No model matches. Take a filter off, or type a full id such as @cf/maker/name."));
    showDetail();
}

void ModelPicker::showDetail()
{
    m_detail->showRow(m_table->currentRow(), m_facts);
}

void ModelPicker::choose(const PickerRow& row)
{
    const QString id = row.model.id;
    m_current = id;
    hide();
    emit modelChosen(id);
}

void ModelPicker::toggleFavourite(const QString& id)
{
    PickerFacts facts = m_facts;
    if (facts.favourites.removeAll(id) == 0)
        facts.favourites.append(id);
    setFacts(facts);
    emit favouritesChanged(facts.favourites);
}

void ModelPicker::showRefreshing()
{
    m_footer->showRefreshing();
}

void ModelPicker::showRefreshError(const Error& error)
{
    m_footer->showError(error);
}

bool ModelPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const auto row = m_table->currentRow();
    if (key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier) {
        if (row && !row->isTyped)
            toggleFavourite(row->model.id);
        return true;
    }
    return m_table->takeKey(key);
}

void ModelPicker::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    painter.fillRect(rect(), theme.color(Token::Base));
    paint::edgeLine(painter, m_head->geometry(), Qt::BottomEdge, theme.color(Token::Line));
    paint::box(painter, rect(), 0, {}, theme.color(Token::LineStrong));
}

} // namespace orangery
