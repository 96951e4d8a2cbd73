// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/budgetpage.h"

#include "gui/common/numbers.h"
#include "gui/style/properties.h"
#include "service/preferences.h"
#include "ui_budgetpage.h"

#include <QBoxLayout>
#include <QEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace orangery {

namespace {

const QString chatOrigin = QStringLiteral("chat");

/// Whole neurons, at least one: 0 is no cap.
int shown(std::optional<Neurons> cap, int most)
{
    return cap ? static_cast<int>(std::clamp(std::ceil(cap->toDouble()), 1.0, double(most))) : 0;
}

std::optional<Neurons> capOf(int value)
{
    return value > 0 ? std::optional(Neurons::of(value)) : std::nullopt;
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
        spin->setKeyboardTracking(false);                     // half a number is no cap
        spin->setStepType(QSpinBox::AdaptiveDecimalStepType); // no step from some hundreds to no cap at all
        spin->setFocusPolicy(Qt::StrongFocus);
        spin->installEventFilter(this);
    }
    connect(m_ui->chatSpin, &QSpinBox::valueChanged, this, &BudgetPage::setChatCap);
    connect(m_ui->conversationSpin, &QSpinBox::valueChanged, this, [this](int value) {
        SpendingLimits limits = m_preferences.spendingLimits();
        limits.ofSubject = capOf(value);
        m_preferences.setSpendingLimits(limits);
    });
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
    SpendingLimits limits = m_preferences.spendingLimits(); // those of others are set elsewhere
    limits.ofOrigins.remove(chatOrigin);
    limits.ofSubject.reset();
    m_preferences.setSpendingLimits(limits);
    m_preferences.setKeepingAnswers(true);
}

void BudgetPage::setChatCap(int value)
{
    SpendingLimits limits = m_preferences.spendingLimits();
    limits.ofOrigins.remove(chatOrigin);
    if (const auto cap = capOf(value))
        limits.ofOrigins.insert(chatOrigin, *cap);
    m_preferences.setSpendingLimits(limits);
}

// Who scrolls over the page does not want to change a cap.
bool BudgetPage::eventFilter(QObject* watched, QEvent* event)
{
    const auto* spin = qobject_cast<QSpinBox*>(watched);
    if (event->type() != QEvent::Wheel || !spin || spin->hasFocus())
        return SettingsPage::eventFilter(watched, event);
    event->ignore();
    return true;
}

void BudgetPage::showPreferences()
{
    const QSignalBlocker quietChat(m_ui->chatSpin);
    const QSignalBlocker quietConversation(m_ui->conversationSpin);
    const QSignalBlocker quietAnswers(m_ui->answersCheck);
    const SpendingLimits limits = m_preferences.spendingLimits();
    const auto chat = limits.ofOrigins.constFind(chatOrigin);
    m_ui->chatSpin->setValue(shown(chat != limits.ofOrigins.constEnd() ? std::optional(*chat) : std::nullopt,
                                   m_ui->chatSpin->maximum()));
    m_ui->conversationSpin->setValue(shown(limits.ofSubject, m_ui->conversationSpin->maximum()));
    m_ui->answersCheck->setChecked(m_preferences.isKeepingAnswers());
}

} // namespace orangery
