// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QObject>

class QWidget;

namespace orangery {

class Accounts;
class ModelPicker;
class Preferences;
class Workbench;

/// Lets a person choose among the models of a task: those for text in the picker, the few of any other task
/// in a menu.
class ModelChooser : public QObject
{
    Q_OBJECT

public:
    /// `button` is where it opens; it is the parent too.
    ModelChooser(Look look, Workbench& workbench, Accounts& accounts, Preferences& preferences,
                 QWidget& button);

    void open(const QString& task, const QString& currentModel);

signals:
    void chosen(const QString& modelId);

private:
    void openMenu(const QString& task, const QString& currentModel);

    Look m_look;
    Workbench& m_workbench;
    Accounts& m_accounts;
    Preferences& m_preferences;
    QWidget& m_button;
    ModelPicker* m_picker = nullptr; ///< made when first wanted
};

} // namespace orangery
