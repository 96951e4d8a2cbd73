// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/budgetpage.h"

#include "gui/common/numbers.h"
#include "gui/style/properties.h"
#include "service/preferences.h"
#include "ui_budgetpage.h"

#include <QBoxLayout>
#include <QSignalBlocker>

namespace orangery {

namespace {

const QString chatOrigin = QStringLiteral("chat");

int shown(std::optional<Neurons> cap)
{
    return cap ? static_cast<int>(cap->millionths() / 1'000'000) : 0;
}

} // namespace

BudgetPage::BudgetPage(Look look, Preferences& preferences, QWidget* parent)
    : SettingsPage(look, QStringLiteral("gauge"), tr("Budget"),
                   tr("Caps of your own beside the day's allowance, and what need not be paid twice."),
                   parent),
      m_preferences(preferences),
      m_ui(std::make_unique<Ui::BudgetPage>())
{
    setObjectName(QStringLiteral("budgetPage"));
    auto* form = new QWidget(this);
    m_ui->setupUi(form);
    dressForm(form);
    for (QLabel* note : {m_ui->chatNote, m_ui->conversationNote, m_ui->answersNote, m_ui->savedLabel})
        dressNote(note);
    m_ui->answersCheck->setProperty(property::asSwitch, true);
    body()->addWidget(form);
    body()->addStretch();
    for (QSpinBox* spin : {m_ui->chatSpin, m_ui->conversationSpin}) {
        spin->setKeyboardTracking(false); // half a number is no cap
        connect(spin, &QSpinBox::valueChanged, this, &BudgetPage::takeCaps);
    }
    connect(m_ui->answersCheck, &QCheckBox::toggled, &preferences, &Preferences::setKeepingAnswers);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &BudgetPage::forgetAnswersRequested);
    connect(&preferences, &Preferences::changed, this, &BudgetPage::showPreferences);
    setSaved({});
    showPreferences();
}

BudgetPage::~BudgetPage() = default;

void BudgetPage::setSaved(Neurons saved)
{
    m_ui->savedLabel->setText(saved.isZero() ? tr("Nothing saved yet today.")
                                             : tr("Saved today: %1.").arg(Numbers::booked(saved)));
}

void BudgetPage::showForgotten()
{
    m_ui->savedLabel->setText(tr("The kept answers are gone."));
}

void BudgetPage::reset()
{
    m_preferences.setSpendingLimits({});
    m_preferences.setKeepingAnswers(true);
}

void BudgetPage::takeCaps()
{
    const auto capOf = [](const QSpinBox& spin) {
        return spin.value() > 0 ? std::optional(Neurons::of(spin.value())) : std::nullopt;
    };
    SpendingLimits limits = m_preferences.spendingLimits();
    limits.ofOrigins.remove(chatOrigin);
    if (const auto cap = capOf(*m_ui->chatSpin))
        limits.ofOrigins.insert(chatOrigin, *cap);
    limits.ofSubject = capOf(*m_ui->conversationSpin);
    m_preferences.setSpendingLimits(limits);
}

void BudgetPage::showPreferences()
{
    const QSignalBlocker quietChat(m_ui->chatSpin);
    const QSignalBlocker quietConversation(m_ui->conversationSpin);
    const QSignalBlocker quietAnswers(m_ui->answersCheck);
    const SpendingLimits limits = m_preferences.spendingLimits();
    const auto chat = limits.ofOrigins.constFind(chatOrigin);
    m_ui->chatSpin->setValue(
        shown(chat != limits.ofOrigins.constEnd() ? std::optional(*chat) : std::nullopt));
    m_ui->conversationSpin->setValue(shown(limits.ofSubject));
    m_ui->answersCheck->setChecked(m_preferences.isKeepingAnswers());
}

} // namespace orangery
