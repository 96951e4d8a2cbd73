// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/appearancepage.h"

#include "gui/style/theme.h"
#include "service/preferences.h"
#include "ui_appearancepage.h"

#include <QBoxLayout>
#include <QSignalBlocker>

namespace orangery {

namespace {

// In the order of the combo box.
const QStringList themes{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};

} // namespace

AppearancePage::AppearancePage(Look look, Preferences& preferences, QWidget* parent)
    : SettingsPage(look, QStringLiteral("appearance"), tr("Appearance"),
                   tr("Colours, size of text and motion."), parent),
      m_preferences(preferences),
      m_ui(std::make_unique<Ui::AppearancePage>())
{
    setObjectName(QStringLiteral("appearancePage"));
    auto* form = new QWidget(this);
    m_ui->setupUi(form);
    dressForm(form);
    dressNote(m_ui->sizeNote);
    dressNote(m_ui->motionNote);
    m_ui->sizeSpin->setRange(Theme::smallestSize, Theme::largestSize);
    body()->addWidget(form);
    body()->addStretch();

    connect(m_ui->themeCombo, &QComboBox::activated, this,
            [this](int index) { m_preferences.setTheme(themes.at(index)); });
    connect(m_ui->sizeSpin, &QSpinBox::valueChanged, &preferences, &Preferences::setFontSize);
    connect(m_ui->motionCheck, &QCheckBox::toggled, &preferences, &Preferences::setReducedMotion);
    connect(&preferences, &Preferences::changed, this, &AppearancePage::showPreferences);
    connect(&look.theme, &Theme::changed, this, &AppearancePage::showPreferences);
    showPreferences();
}

AppearancePage::~AppearancePage() = default;

void AppearancePage::reset()
{
    m_preferences.setTheme(themes.first());
    m_preferences.setFontSize(0);
    m_preferences.setReducedMotion(false);
}

void AppearancePage::showPreferences()
{
    const QSignalBlocker quietSize(m_ui->sizeSpin);
    const QSignalBlocker quietMotion(m_ui->motionCheck);
    m_ui->themeCombo->setCurrentIndex(qMax(0, static_cast<int>(themes.indexOf(m_preferences.theme()))));
    const int chosen = m_preferences.fontSize();
    m_ui->sizeSpin->setValue(chosen > 0 ? chosen : look().theme.size());
    m_ui->motionCheck->setChecked(m_preferences.isReducedMotion());
}

} // namespace orangery
