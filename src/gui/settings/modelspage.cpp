// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/modelspage.h"

#include "gui/common/searchfield.h"
#include "gui/picker/modeltable.h"
#include "gui/picker/pickerfooter.h"
#include "gui/style/icons.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace orangery {

ModelsPage::ModelsPage(Look look, QWidget* parent)
    : SettingsPage(look, QStringLiteral("model"), tr("Models and prices"),
                   tr("What each model can, what it costs, and how far today's rest goes with it."), parent),
      m_search(new SearchField(look, tr("Search models"), this)),
      m_date(new QLabel(this)),
      m_refresh(new QPushButton(look.icons.icon(QStringLiteral("retry")), tr("Refresh"), this))
{
    setObjectName(QStringLiteral("modelsPage"));
    m_filter.setSourceModel(&m_models);
    m_table = new ModelTable(look, m_filter, this);
    m_table->setMinimumHeight(look.theme.scaled(36) * 8);
    m_refresh->setObjectName(QStringLiteral("refreshButton"));
    m_refresh->setAccessibleName(tr("Refresh the catalogue"));
    m_refresh->setAutoDefault(false);
    dressNote(m_date);
    addTool(m_refresh);
    body()->addWidget(m_search);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_date);

    connect(m_search, &QLineEdit::textChanged, &m_filter, &ModelFilter::setText);
    connect(m_table, &ModelTable::favouriteToggled, this, &ModelsPage::toggleFavourite);
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        m_refresh->setEnabled(false);
        m_date->setText(tr("Asking for the catalogue…"));
        emit refreshRequested();
    });
}

void ModelsPage::setFacts(const PickerFacts& facts)
{
    m_facts = facts;
    m_models.setRows(pickerRows(facts));
    m_date->setText(PickerFooter::dateText(facts.catalog));
    m_refresh->setEnabled(true);
}

void ModelsPage::showRefreshError(const Error& error)
{
    showNote(m_date, tr("The catalogue was not refreshed. %1").arg(error.message));
    m_refresh->setEnabled(true);
}

void ModelsPage::toggleFavourite(const QString& id)
{
    PickerFacts facts = m_facts;
    if (facts.favourites.removeAll(id) == 0)
        facts.favourites.append(id);
    setFacts(facts);
    emit favouritesChanged(facts.favourites);
}

} // namespace orangery
