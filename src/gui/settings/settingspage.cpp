// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingspage.h"

#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSpinBox>
#include <algorithm>

namespace orangery {

namespace {

constexpr int labelWidth = 136;

bool isHit(const QString& text, const QString& query)
{
    return text.contains(query, Qt::CaseInsensitive);
}

// What a person reads on `widget`, or can choose in it.
QString textOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return QString(button->text()).remove(QLatin1Char('&'));
    QStringList items;
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < combo->count(); ++i)
            items.append(combo->itemText(i));
    }
    return items.join(QLatin1Char('\n'));
}

} // namespace

SettingsPage::SettingsPage(Look look, const QString& icon, const QString& title, const QString& sentence,
                           QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_icon(icon),
      m_title(title),
      m_body(new QVBoxLayout(this)),
      m_head(new QHBoxLayout)
{
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // scroll rather than squeeze
    auto* name = new QLabel(title, this);
    name->setObjectName(QStringLiteral("titleLabel"));
    bindText(*name, look.theme, TextRole::Title);
    auto* line = new QLabel(sentence, this);
    line->setObjectName(QStringLiteral("sentenceLabel"));
    line->setWordWrap(true);
    bindText(*line, look.theme, TextRole::Body, Token::Text2);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(line);
    m_head->addLayout(texts, 1);
    m_body->setContentsMargins(24, 20, 24, 16);
    m_body->setSpacing(16);
    m_body->addLayout(m_head);
}

void SettingsPage::addTool(QWidget* tool)
{
    m_head->addWidget(tool, 0, Qt::AlignVCenter);
}

bool SettingsPage::contains(const QString& query) const
{
    if (query.isEmpty() || isHit(m_title, query))
        return true;
    const auto widgets = findChildren<QWidget*>();
    return std::ranges::any_of(
        widgets, [&](const QWidget* widget) { return !widget->isHidden() && isHit(textOf(*widget), query); });
}

void SettingsPage::mark(const QString& query)
{
    const auto widgets = findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const auto* label = qobject_cast<QLabel*>(widget);
        if (!label && !qobject_cast<QCheckBox*>(widget) && !qobject_cast<QRadioButton*>(widget))
            continue;
        const QWidget* field = label ? label->buddy() : nullptr;
        const bool isFound =
            !query.isEmpty() && (isHit(textOf(*widget), query) || (field && isHit(textOf(*field), query)));
        if (isFound)
            bindFill(*widget, m_look.theme, Token::TangSoft);
        else
            widget->setAutoFillBackground(false);
        widget->setProperty("found", isFound);
    }
}

void SettingsPage::dressForm(QWidget* form)
{
    const auto combos = form->findChildren<QComboBox*>();
    for (QComboBox* combo : combos) {
        combo->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    const auto spins = form->findChildren<QSpinBox*>();
    for (QSpinBox* spin : spins)
        spin->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const auto layouts = form->findChildren<QFormLayout*>();
    for (QFormLayout* layout : layouts) {
        layout->setLabelAlignment(Qt::AlignTrailing |
                                  Qt::AlignTop); // beside the first line of a field with a note
        for (int row = 0; row < layout->rowCount(); ++row) {
            const QLayoutItem* item = layout->itemAt(row, QFormLayout::LabelRole);
            auto* label = item ? qobject_cast<QLabel*>(item->widget()) : nullptr;
            if (!label)
                continue;
            label->setMinimumWidth(m_look.theme.scaled(labelWidth));
            label->setMinimumHeight(m_look.theme.controlHeight());
            label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
            label->setAlignment(Qt::AlignRight | Qt::AlignTrailing | Qt::AlignVCenter);
            bindText(*label, m_look.theme, TextRole::Body, Token::Text2);
        }
    }
}

void SettingsPage::dressNote(QLabel* note)
{
    note->setWordWrap(true);
    bindText(*note, m_look.theme, TextRole::Meta, Token::Text2);
}

void SettingsPage::showNote(QLabel* note, const QString& text, QWidget* invalidField)
{
    note->setText(text);
    note->setVisible(!text.isEmpty());
    bindText(*note, m_look.theme, TextRole::Meta, invalidField ? Token::DangText : Token::Text2);
    if (invalidField)
        property::set(*invalidField, property::invalid, true);
}

} // namespace orangery
