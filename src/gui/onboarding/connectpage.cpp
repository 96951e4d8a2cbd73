// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/connectpage.h"

#include "gui/common/iconlabel.h"
#include "gui/common/pill.h"
#include "gui/onboarding/choicecard.h"
#include "gui/onboarding/secretfield.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace orangery {

namespace {

QString foundText(const AccountInput& input)
{
    switch (input.source) {
    case AccountInput::Source::AccountId:
        return ConnectPage::tr("Account ID found");
    case AccountInput::Source::DashboardUrl:
        return ConnectPage::tr("Account ID found in the address");
    case AccountInput::Source::ApiUrl:
        return ConnectPage::tr("Account ID found in the API address");
    case AccountInput::Source::Curl:
        return input.token.isEmpty() ? ConnectPage::tr("Account ID found in the curl command")
                                     : ConnectPage::tr("Account ID and token found in the curl command");
    case AccountInput::Source::Nothing:
        break;
    }
    return {};
}

} // namespace

ConnectPage::ConnectPage(Look look, QWidget* parent) : QWidget(parent), m_look(look)
{
    auto* sentence = new QLabel(tr("You can change this later under Settings, Account."), this);
    bindText(*sentence, look.theme, TextRole::Body, Token::Text2);
    m_tokenCard =
        new ChoiceCard(look, tr("With my API token"),
                       tr("10,000 neurons a day are free on every account. The token is kept in your system "
                          "keychain, never in a file."),
                       this);
    m_tokenCard->radio()->setObjectName(QStringLiteral("tokenRadio"));
    m_tokenCard->body()->addWidget(makeTokenCard());
    m_sandboxCard =
        new ChoiceCard(look, tr("Sandbox, without an account"),
                       tr("Everything works with made-up answers. Good for looking around; nothing leaves "
                          "this computer."),
                       this);
    m_sandboxCard->radio()->setObjectName(QStringLiteral("sandboxRadio"));
    m_sandboxCard->addBadge(
        new Pill(look, Accent::Leaf, tr("0\u00A0n"), QStringLiteral("leaf"), m_sandboxCard));

    auto* group = new QButtonGroup(this);
    group->addButton(m_tokenCard->radio());
    group->addButton(m_sandboxCard->radio());
    m_tokenCard->radio()->setChecked(true);
    connect(m_sandboxCard->radio(), &QRadioButton::toggled, this, &ConnectPage::changed);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(sentence);
    layout->addWidget(m_tokenCard);
    layout->addWidget(m_sandboxCard);
    layout->addStretch();
    readAccount();
}

QWidget* ConnectPage::makeTokenCard()
{
    auto* panel = new QWidget(m_tokenCard);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 8, 0, 4);
    layout->setSpacing(4);
    const auto addLabel = [&](const QString& text, QWidget* buddy) {
        auto* label = new QLabel(text, panel);
        label->setBuddy(buddy);
        bindText(*label, m_look.theme, TextRole::Meta, Token::Text2, QFont::Medium);
        layout->addWidget(label);
        layout->addWidget(buddy);
    };
    const auto addNote = [&](const QString& name) {
        auto* label = new QLabel(panel);
        label->setObjectName(name);
        label->setWordWrap(true);
        label->hide();
        bindText(*label, m_look.theme, TextRole::Meta, Token::DangText);
        return label;
    };

    m_tokenEdit = new SecretField(m_look, tr("API token"), panel);
    m_tokenEdit->setObjectName(QStringLiteral("tokenEdit"));
    addLabel(tr("API token"), m_tokenEdit);
    m_tokenNote = addNote(QStringLiteral("tokenNote"));
    layout->addWidget(m_tokenNote);
    layout->addSpacing(8);

    m_accountEdit = new QLineEdit(panel);
    m_accountEdit->setObjectName(QStringLiteral("accountEdit"));
    m_accountEdit->setLayoutDirection(Qt::LeftToRight);
    m_accountEdit->setAccessibleName(tr("Account ID, dashboard address or a curl command"));
    bindText(*m_accountEdit, m_look.theme, TextRole::Code);
    addLabel(tr("Account ID, dashboard address or a curl command"), m_accountEdit);
    m_foundIcon = new IconLabel(m_look, QStringLiteral("info"), 14, Token::Text3, panel);
    m_foundLabel = new QLabel(panel);
    m_foundLabel->setObjectName(QStringLiteral("foundLabel"));
    m_foundLabel->setWordWrap(true);
    auto* found = new QHBoxLayout;
    found->setSpacing(6);
    found->addWidget(m_foundIcon, 0, Qt::AlignTop);
    found->addWidget(m_foundLabel, 1);
    layout->addLayout(found);

    m_addressPanel = new QWidget(panel);
    m_addressEdit = new QLineEdit(m_addressPanel);
    m_addressEdit->setObjectName(QStringLiteral("addressEdit"));
    m_addressEdit->setLayoutDirection(Qt::LeftToRight);
    m_addressEdit->setAccessibleName(tr("API address"));
    bindText(*m_addressEdit, m_look.theme, TextRole::Code);
    auto* addressLabel =
        new QLabel(tr("API address: requests and the token go to this host"), m_addressPanel);
    addressLabel->setBuddy(m_addressEdit);
    bindText(*addressLabel, m_look.theme, TextRole::Meta, Token::Text2, QFont::Medium);
    m_addressNote = addNote(QStringLiteral("addressNote"));
    auto* address = new QVBoxLayout(m_addressPanel);
    address->setContentsMargins(0, 8, 0, 0);
    address->setSpacing(4);
    address->addWidget(addressLabel);
    address->addWidget(m_addressEdit);
    address->addWidget(m_addressNote);
    m_addressPanel->hide();
    layout->addWidget(m_addressPanel);

    auto* create = new QPushButton(m_look.icons.icon(QStringLiteral("link")),
                                   tr("Create a token in the browser"), panel);
    create->setObjectName(QStringLiteral("createTokenButton"));
    create->setProperty(property::compact, true);
    create->setAutoDefault(false);
    layout->addSpacing(8);
    layout->addWidget(create, 0, Qt::AlignLeft);

    connect(m_tokenEdit, &QLineEdit::textChanged, this, &ConnectPage::readToken);
    connect(m_accountEdit, &QLineEdit::textChanged, this, &ConnectPage::readAccount);
    connect(m_addressEdit, &QLineEdit::textChanged, this, &ConnectPage::readAddress);
    connect(create, &QPushButton::clicked, this, &ConnectPage::createTokenRequested);
    return panel;
}

bool ConnectPage::isSandbox() const
{
    return m_sandboxCard->radio()->isChecked();
}

bool ConnectPage::isTouched() const
{
    return !m_tokenEdit->text().isEmpty() || !m_accountEdit->text().isEmpty() || !m_curlToken.isEmpty();
}

bool ConnectPage::isComplete() const
{
    return isSandbox() || (!draft().token.isEmpty() && m_tokenProblem.isEmpty() &&
                           m_input.problem.isEmpty() && m_addressProblem.isEmpty());
}

AccountDraft ConnectPage::draft() const
{
    AccountDraft draft;
    draft.token = m_token.isEmpty() ? m_curlToken : m_token;
    draft.accountId = m_input.accountId;
    draft.baseUrl = m_addressPanel->isHidden() ? defaultBaseUrl() : addressFrom(m_addressEdit->text());
    return draft;
}

void ConnectPage::setAccountId(const QString& id)
{
    m_accountEdit->setText(id);
}

void ConnectPage::focusEntry()
{
    QLineEdit* edit = draft().token.isEmpty() || !m_tokenProblem.isEmpty() ? m_tokenEdit : m_accountEdit;
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

void ConnectPage::readToken()
{
    m_tokenProblem.clear();
    m_token =
        m_tokenEdit->text().isEmpty() ? SecretString() : parseToken(m_tokenEdit->text(), &m_tokenProblem);
    if (m_tokenEdit->text().isEmpty())
        m_tokenProblem.clear();
    m_tokenNote->setText(m_tokenProblem);
    m_tokenNote->setVisible(!m_tokenProblem.isEmpty());
    property::set(*m_tokenEdit, property::invalid, !m_tokenProblem.isEmpty());
    emit changed();
}

void ConnectPage::readAccount()
{
    const QString text = m_accountEdit->text();
    m_input = text.trimmed().isEmpty() ? AccountInput() : parseAccountInput(text);
    property::set(*m_accountEdit, property::invalid, !m_input.problem.isEmpty());
    if (!m_input.baseUrl.isEmpty() && m_input.baseUrl != defaultBaseUrl()) {
        m_addressPanel->show();
        m_addressEdit->setText(m_input.baseUrl.toString());
    }
    if (!m_input.token.isEmpty()) {
        // The command holds the token in plain sight: keep the token, show only the id.
        m_curlToken = m_input.token;
        m_tokenEdit->clear();
        m_tokenEdit->setPlaceholderText(tr("taken from the curl command"));
        const AccountInput input = m_input;
        m_accountEdit->setText(input.accountId);
        m_input = input;
        m_input.problem.clear();
    }
    if (!m_input.problem.isEmpty())
        tell(QStringLiteral("error"), Token::DangText, m_input.problem);
    else if (m_input.accountId.isEmpty())
        tell(QStringLiteral("info"), Token::Text2,
             tr("May stay empty when the token sees only one account."));
    else
        tell(QStringLiteral("check"), Token::LeafText, foundText(m_input));
    emit changed();
}

void ConnectPage::readAddress()
{
    m_addressProblem =
        m_addressPanel->isHidden() ? QString() : problemOfAddress(addressFrom(m_addressEdit->text()));
    m_addressNote->setText(m_addressProblem);
    m_addressNote->setVisible(!m_addressProblem.isEmpty());
    property::set(*m_addressEdit, property::invalid, !m_addressProblem.isEmpty());
    emit changed();
}

void ConnectPage::tell(const QString& icon, Token color, const QString& text)
{
    m_foundIcon->setIcon(icon, color);
    m_foundLabel->setText(text);
    bindText(*m_foundLabel, m_look.theme, TextRole::Meta, color);
    m_accountEdit->setAccessibleDescription(text);
}

} // namespace orangery
