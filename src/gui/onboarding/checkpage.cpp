// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/checkpage.h"

#include "gui/common/card.h"
#include "gui/onboarding/checklist.h"
#include "gui/onboarding/checkrow.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

namespace orangery {

CheckPage::CheckPage(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_summary(new QLabel(this)),
      m_list(new CheckList(look, this)),
      m_choice(new Card(look, this)),
      m_accounts(new QComboBox(m_choice)),
      m_neverPay(new QCheckBox(tr("Never pay: stop at 10,000 neurons a day"), this))
{
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_summary->setWordWrap(true);
    m_accounts->setObjectName(QStringLiteral("accountCombo"));
    m_accounts->setAccessibleName(tr("Account to use"));
    m_neverPay->setObjectName(QStringLiteral("neverPayCheck"));
    m_neverPay->setChecked(true);
    m_neverPay->setToolTip(
        tr("Also on a paid plan nothing is sent past the free share of a day. It can be changed "
           "under Settings, Account."));

    auto* question = new QLabel(tr("Which account?"), m_choice);
    bindText(*question, look.theme, TextRole::Body, Token::Text, QFont::Medium);
    question->setBuddy(m_accounts);
    auto* use = new QPushButton(tr("Check this account"), m_choice);
    use->setObjectName(QStringLiteral("useAccountButton"));
    use->setAutoDefault(false);
    auto* choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins({});
    choice->setSpacing(12);
    choice->addWidget(question);
    choice->addWidget(m_accounts, 1);
    choice->addWidget(use);
    m_choice->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_list);
    layout->addWidget(m_choice);
    auto* payLine = new QHBoxLayout;
    payLine->setContentsMargins(3, 0, 3, 0); // room for the focus ring
    payLine->addWidget(m_neverPay);
    payLine->addStretch();
    layout->addLayout(payLine);
    layout->addStretch();

    connect(m_list, &CheckList::cureRequested, this, &CheckPage::cureRequested);
    connect(use, &QPushButton::clicked, this,
            [this] { emit accountChosen(m_accounts->currentData().toString()); });
}

bool CheckPage::isNeverPay() const
{
    return m_neverPay->isChecked();
}

void CheckPage::say(const QString& sentence, Token color)
{
    m_summary->setText(sentence);
    bindText(*m_summary, m_look.theme, TextRole::Body, color);
}

void CheckPage::begin()
{
    m_list->clear();
    m_storage = nullptr;
    m_choice->hide();
    say(tr("Each look takes a moment. No neurons are spent."), Token::Text2);
}

void CheckPage::showDiagnosis(const Result<Diagnosis>& diagnosis)
{
    if (!diagnosis) {
        say(tr("The check did not come to its end. %1").arg(diagnosis.error().message), Token::DangText);
        return;
    }
    say(checktexts::summary(*diagnosis), Token::Text2);
    if (!diagnosis->accountId.isEmpty() || diagnosis->accounts.size() < 2)
        return;
    m_accounts->clear();
    for (const RemoteAccount& account : diagnosis->accounts)
        m_accounts->addItem(QStringLiteral("%1 (%2…)").arg(account.name, account.id.left(6)), account.id);
    m_choice->show();
    m_accounts->setFocus(Qt::OtherFocusReason);
}

CheckRow* CheckPage::storageRow()
{
    if (!m_storage)
        m_storage = m_list->addRow();
    m_storage->setObjectName(QStringLiteral("storageRow"));
    m_storage->setCure({});
    return m_storage;
}

void CheckPage::showStoring()
{
    storageRow()->setContent(CheckRow::Mark::Running, tr("Storing in the system keychain"), {}, {});
}

void CheckPage::showStored(bool isInKeychain)
{
    if (isInKeychain)
        storageRow()->setContent(CheckRow::Mark::Kept, tr("Stored in the system keychain"), {}, {});
    else
        storageRow()->setContent(CheckRow::Mark::Warning, tr("Used for this session only"),
                                 tr("kept in memory; it has to be pasted again after the next start"), {});
}

void CheckPage::showNotStored(const Error& error)
{
    CheckRow* row = storageRow();
    const bool isKeychain =
        error.kind == ErrorKind::KeychainUnavailable || error.kind == ErrorKind::KeychainRefused;
    row->setContent(CheckRow::Mark::Warning,
                    error.kind == ErrorKind::KeychainUnavailable ? tr("No system keychain answers")
                                                                 : tr("The token was not stored"),
                    {}, {});
    row->setCure(error.message);
    if (isKeychain) {
        QPushButton* session = row->addCureButton(tr("Use for this session only"));
        session->setObjectName(QStringLiteral("sessionOnlyButton"));
        connect(session, &QPushButton::clicked, this, &CheckPage::sessionOnlyRequested);
    }
    QPushButton* again = row->addCureButton(tr("Try again"));
    again->setObjectName(QStringLiteral("storeAgainButton"));
    connect(again, &QPushButton::clicked, this, &CheckPage::storeAgainRequested);
}

} // namespace orangery
