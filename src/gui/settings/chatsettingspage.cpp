// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/chatsettingspage.h"

#include "service/preferences.h"
#include "ui_chatsettingspage.h"

#include <QBoxLayout>

namespace orangery {

ChatSettingsPage::ChatSettingsPage(Look look, Preferences& preferences, QWidget* parent)
    : SettingsPage(look, QStringLiteral("chat"), tr("Chat"), tr("How messages are written and sent."),
                   parent),
      m_preferences(preferences),
      m_ui(std::make_unique<Ui::ChatSettingsPage>())
{
    setObjectName(QStringLiteral("chatPage"));
    auto* form = new QWidget(this);
    m_ui->setupUi(form);
    dressForm(form);
    body()->addWidget(form);
    body()->addStretch();
    connect(m_ui->enterRadio, &QRadioButton::toggled, &preferences, &Preferences::setEnterSending);
    connect(&preferences, &Preferences::changed, this, &ChatSettingsPage::showPreferences);
    showPreferences();
}

ChatSettingsPage::~ChatSettingsPage() = default;

void ChatSettingsPage::reset()
{
    m_preferences.setEnterSending(true);
}

void ChatSettingsPage::showPreferences()
{
    const bool isEnter = m_preferences.isEnterSending();
    m_ui->enterRadio->setChecked(isEnter);
    m_ui->ctrlEnterRadio->setChecked(!isEnter);
}

} // namespace orangery
