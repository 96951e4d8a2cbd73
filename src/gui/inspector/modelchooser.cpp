// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector/modelchooser.h"

#include "gui/picker/connectpicker.h"
#include "gui/picker/modelpicker.h"
#include "service/accounts.h"
#include "service/workbench.h"

#include <QMenu>
#include <algorithm>

namespace orangery {

ModelChooser::ModelChooser(Look look, Workbench& workbench, Accounts& accounts, Preferences& preferences,
                           QWidget& button)
    : QObject(&button),
      m_look(look),
      m_workbench(workbench),
      m_accounts(accounts),
      m_preferences(preferences),
      m_button(button)
{}

void ModelChooser::open(const QString& task, const QString& currentModel)
{
    if (task != QLatin1String("Text Generation"))
        return openMenu(task, currentModel);
    if (!m_picker) {
        m_picker = new ModelPicker(m_look, m_button.window());
        connectPicker(*m_picker, m_workbench, m_accounts, m_preferences);
        connect(m_picker, &ModelPicker::modelChosen, this, &ModelChooser::chosen);
    }
    m_picker->setCurrentModel(currentModel);
    m_picker->openAt(&m_button);
}

void ModelChooser::openMenu(const QString& task, const QString& currentModel)
{
    const std::optional<Account> account = m_accounts.current();
    const bool isPaid = account && account->plan == Plan::Paid;
    QList<Model> models;
    std::ranges::copy_if(m_workbench.catalog().models, std::back_inserter(models), [&](const Model& model) {
        return model.task == task && model.listed && !model.deprecated;
    });
    std::ranges::sort(models, {}, &Model::name);
    auto* menu = new QMenu(&m_button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("modelMenu"));
    for (const Model& model : std::as_const(models)) {
        const bool isOpen = isPaid || !model.paidPlanOnly;
        QAction* action = menu->addAction(isOpen ? model.name() : tr("%1 (paid plan)").arg(model.name()));
        action->setEnabled(isOpen);
        action->setCheckable(true);
        action->setChecked(model.id == currentModel);
        connect(action, &QAction::triggered, this, [this, id = model.id] { emit chosen(id); });
    }
    if (models.isEmpty())
        menu->addAction(tr("The catalogue has no other model for this."))->setEnabled(false);
    menu->popup(m_button.mapToGlobal(QPoint(0, m_button.height())));
}

} // namespace orangery
