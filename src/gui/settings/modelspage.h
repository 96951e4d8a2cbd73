// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "gui/picker/modelfilter.h"
#include "gui/picker/modellistmodel.h"
#include "gui/settings/settingspage.h"

class QPushButton;

namespace orangery {

class ModelTable;
class SearchField;

/// What the models can and cost, to look at and to star. A view: its owner feeds it.
class ModelsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit ModelsPage(Look look, QWidget* parent = nullptr);

    void setFacts(const PickerFacts& facts);
    void showRefreshError(const Error& error);

signals:
    void refreshRequested();
    void favouritesChanged(const QStringList& ids);

private:
    void toggleFavourite(const QString& id);

    PickerFacts m_facts;
    ModelListModel m_models;
    ModelFilter m_filter;
    SearchField* m_search;
    ModelTable* m_table;
    QLabel* m_date;
    QPushButton* m_refresh;
};

} // namespace orangery
