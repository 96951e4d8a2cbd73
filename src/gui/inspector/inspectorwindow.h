// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/inspector/inspectormodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

namespace orangery {

class Accounts;
class InspectorCard;
class InspectorTable;
class Preferences;
class Workbench;

/// The last requests of the program with all that was sent and came, beside the main window. Everything it
/// works with outlives it.
class InspectorWindow : public QDialog
{
    Q_OBJECT

public:
    InspectorWindow(Look look, Inspector& inspector, Workbench& workbench, Accounts& accounts,
                    Preferences& preferences, QWidget* parent);

private:
    QWidget* makeList();
    std::optional<InspectedCall> current() const;
    void showCurrent();
    void replay(const QString& modelId);

    Look m_look;
    Inspector& m_inspector;
    Workbench& m_workbench;
    InspectorModel m_model;
    QSortFilterProxyModel m_filter;
    InspectorTable* m_table = nullptr;
    InspectorCard* m_card;
    quint64 m_replayed = 0; ///< what the chooser was opened for
};

} // namespace orangery
