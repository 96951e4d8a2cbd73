// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountform.h"

#include "gui/onboarding/accountdraft.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"
#include "ui_accountform.h"

namespace orangery {

AccountForm::AccountForm(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_ui(std::make_unique<Ui::AccountForm>())
{
    m_ui->setupUi(this);
    dress();
    connect(m_ui->nameEdit, &QLineEdit::editingFinished, this, &AccountForm::tell);
    connect(m_ui->planCombo, &QComboBox::activated, this, &AccountForm::tell);
    connect(m_ui->neverPayCheck, &QCheckBox::toggled, this, &AccountForm::tell);
    connect(m_ui->addressEdit, &QLineEdit::editingFinished, this, &AccountForm::readAddress);
    connect(m_ui->checkButton, &QPushButton::clicked, this, &AccountForm::checkRequested);
    connect(m_ui->replaceButton, &QPushButton::clicked, this, [this] { openTokenField(true); });
    connect(m_ui->keepTokenButton, &QPushButton::clicked, this, [this] { openTokenField(false); });
    connect(m_ui->saveTokenButton, &QPushButton::clicked, this,
            [this] { enterToken(Accounts::Keep::Keychain); });
    connect(m_ui->newTokenEdit, &QLineEdit::returnPressed, this,
            [this] { enterToken(Accounts::Keep::Keychain); });
    connect(m_ui->sessionTokenButton, &QPushButton::clicked, this,
            [this] { enterToken(Accounts::Keep::SessionOnly); });
}

AccountForm::~AccountForm() = default;

void AccountForm::dress()
{
    const Theme& theme = m_look.theme;
    bindText(*m_ui->idValue, theme, TextRole::Code);
    bindText(*m_ui->addressEdit, theme, TextRole::Code);
    bindText(*m_ui->newTokenEdit, theme, TextRole::Code);
    for (QLabel* note : {m_ui->planNote, m_ui->addressNote, m_ui->tokenNote})
        note->setWordWrap(true);
    m_ui->addressEdit->setPlaceholderText(defaultBaseUrl().toString());
    m_ui->newTokenPanel->hide();
    m_ui->sessionTokenButton->hide();
}

void AccountForm::showAccount(const Account& account)
{
    const bool isOther = account.uuid != m_account.uuid;
    m_account = account;
    m_isShowing = true;
    m_ui->nameEdit->setText(account.name);
    m_ui->idValue->setText(account.accountId);
    m_ui->planCombo->setCurrentIndex(account.plan == Plan::Paid ? 1 : 0);
    m_ui->neverPayCheck->setChecked(account.neverPay);
    m_ui->neverPayCheck->setVisible(account.plan == Plan::Paid);
    m_ui->addressEdit->setText(account.baseUrl == defaultBaseUrl() ? QString() : account.baseUrl.toString());
    m_isShowing = false;
    showNote(m_ui->planNote,
             account.plan == Plan::Paid
                 ? tr("The service tells the plan to few tokens, so it is yours to state.")
                 : tr("A free account stops at 10,000 neurons a day. State “Paid” only when the account is."),
             false);
    showNote(m_ui->addressNote, {}, false);
    property::set(*m_ui->addressEdit, property::invalid, false);
    const bool hasToken = !account.isSandbox;
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->idLabel, m_ui->idValue, m_ui->planLabel, m_ui->planCombo, m_ui->planNote,
             m_ui->addressLabel, m_ui->addressEdit, m_ui->tokenLabel, m_ui->checkButton, m_ui->replaceButton})
        widget->setVisible(hasToken);
    m_ui->nameEdit->setEnabled(hasToken);
    m_ui->nameEdit->setToolTip(hasToken ? QString() : tr("The sandbox keeps its name"));
    if (isOther || account.isSandbox)
        openTokenField(false);
}

void AccountForm::tell()
{
    if (m_isShowing)
        return;
    Account account = m_account;
    account.name = m_ui->nameEdit->text().simplified();
    account.plan = m_ui->planCombo->currentIndex() == 1 ? Plan::Paid : Plan::Free;
    account.neverPay = m_ui->neverPayCheck->isChecked();
    if (!(account == m_account))
        emit edited(account);
}

// An address that cannot be used is not taken over; what was in force stays so.
void AccountForm::readAddress()
{
    const QUrl typed = addressFrom(m_ui->addressEdit->text());
    const QUrl address =
        typed.isEmpty() && m_ui->addressEdit->text().trimmed().isEmpty() ? defaultBaseUrl() : typed;
    const QString problem = problemOfAddress(address);
    property::set(*m_ui->addressEdit, property::invalid, !problem.isEmpty());
    showNote(m_ui->addressNote,
             problem.isEmpty() ? QString() : tr("%1 The earlier address stays in force.").arg(problem), true);
    if (!problem.isEmpty() || address == m_account.baseUrl)
        return;
    Account account = m_account;
    account.baseUrl = address;
    emit edited(account);
}

void AccountForm::setChecking(bool isChecking)
{
    m_ui->checkButton->setEnabled(!isChecking);
    m_ui->checkButton->setText(isChecking ? tr("Checking…") : tr("Check token"));
}

void AccountForm::openTokenField(bool isOpen)
{
    m_ui->newTokenEdit->clear();
    m_ui->newTokenPanel->setVisible(isOpen);
    m_ui->replaceButton->setEnabled(!isOpen);
    m_ui->sessionTokenButton->hide();
    property::set(*m_ui->newTokenEdit, property::invalid, false);
    showNote(m_ui->tokenNote, {}, false);
    if (isOpen)
        m_ui->newTokenEdit->setFocus(Qt::OtherFocusReason);
}

void AccountForm::enterToken(Accounts::Keep keep)
{
    QString problem;
    const SecretString token = parseToken(m_ui->newTokenEdit->text(), &problem);
    if (token.isEmpty() && problem.isEmpty())
        problem = tr("Paste the new token first.");
    property::set(*m_ui->newTokenEdit, property::invalid, !problem.isEmpty());
    showNote(m_ui->tokenNote, problem, true);
    if (problem.isEmpty())
        emit tokenEntered(token, keep);
}

void AccountForm::showTokenStored(Accounts::Keep keep)
{
    openTokenField(false);
    showNote(m_ui->tokenNote,
             keep == Accounts::Keep::Keychain
                 ? tr("The new token is stored in the system keychain.")
                 : tr("The new token is used for this session only and is written nowhere."),
             false);
}

void AccountForm::showTokenError(const Error& error)
{
    const bool isKeychain =
        error.kind == ErrorKind::KeychainUnavailable || error.kind == ErrorKind::KeychainRefused;
    m_ui->sessionTokenButton->setVisible(isKeychain);
    showNote(m_ui->tokenNote, error.message, true);
}

void AccountForm::showNote(QLabel* note, const QString& text, bool isProblem)
{
    note->setText(text);
    note->setVisible(!text.isEmpty());
    bindText(*note, m_look.theme, TextRole::Meta, isProblem ? Token::DangText : Token::Text2);
}

} // namespace orangery
