// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountpage.h"

#include "gui/common/banner.h"
#include "gui/onboarding/checklist.h"
#include "gui/onboarding/tokencheck.h"
#include "gui/settings/accountform.h"
#include "gui/settings/accountrowdelegate.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/theme.h"
#include "service/tokenparsing.h"

#include <QBoxLayout>
#include <QListView>
#include <QPointer>
#include <QPushButton>

namespace orangery {

namespace {

const QString removeId = QStringLiteral("remove");
const QString errorId = QStringLiteral("error");
constexpr int shownRows = 4;

} // namespace

AccountPage::AccountPage(Look look, Accounts& accounts, std::unique_ptr<TokenCheck> check,
                         std::function<void(const QUrl&)> openUrl, QWidget* parent)
    : SettingsPage(look, QStringLiteral("account"), tr("Account"),
                   tr("Who is asked, and with which token. Tokens are kept in the system keychain."), parent),
      m_accounts(accounts),
      m_check(std::move(check)),
      m_openUrl(std::move(openUrl)),
      m_form(new AccountForm(look, this)),
      m_rows(new CheckList(look, this)),
      m_banner(new Banner(look, this)),
      m_use(new QPushButton(tr("Use this account"), this)),
      m_remove(new QPushButton(tr("Remove"), this))
{
    setObjectName(QStringLiteral("accountPage"));
    auto* add = new QPushButton(look.icons.icon(QStringLiteral("plus")), tr("Add account"), this);
    add->setObjectName(QStringLiteral("addButton"));
    add->setAutoDefault(false);
    addTool(add);
    buildList();
    dressForm(m_form);
    m_rows->offer({Cure::TokenPage});
    m_use->setObjectName(QStringLiteral("useButton"));
    m_use->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setAutoDefault(false);
    m_remove->setIcon(look.icons.icon(QStringLiteral("trash")));
    m_remove->setProperty(property::danger, true);

    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_use);
    actions->addStretch();
    actions->addWidget(m_remove);
    body()->addWidget(m_list);
    body()->addWidget(m_form);
    body()->addWidget(m_rows);
    body()->addWidget(m_banner);
    body()->addLayout(actions);
    body()->addStretch();

    connect(add, &QPushButton::clicked, this, &AccountPage::addAccountRequested);
    connect(m_use, &QPushButton::clicked, this, [this] { m_accounts.choose(m_selected); });
    connect(m_remove, &QPushButton::clicked, this, &AccountPage::askToRemove);
    connect(m_banner, &Banner::actionTriggered, this, [this](const QString& id, int index) {
        m_banner->remove(id);
        if (id == removeId && index == 0)
            remove();
    });
    connect(m_form, &AccountForm::edited, this, [this](const Account& account) {
        save(account, {}, Accounts::Keep::Keychain, [](const Result<void>&) {});
    });
    connect(m_form, &AccountForm::checkRequested, this, &AccountPage::checkToken);
    connect(m_form, &AccountForm::tokenEntered, this, [this](const SecretString& token, Accounts::Keep keep) {
        const std::optional<Account> account = selected();
        if (!account)
            return;
        save(*account, token, keep, [this, keep](const Result<void>& saved) {
            saved ? m_form->showTokenStored(keep) : m_form->showTokenError(saved.error());
        });
    });
    connect(m_rows, &CheckList::cureRequested, this, &AccountPage::takeCure);
    connect(m_check.get(), &TokenCheck::checkStarted, m_rows, &CheckList::showStarted);
    connect(m_check.get(), &TokenCheck::checkFinished, m_rows, &CheckList::showOutcome);
    connect(m_check.get(), &TokenCheck::finished, this,
            [this](const Result<Diagnosis>&) { m_form->setChecking(false); });
    connect(&accounts, &Accounts::changed, this, &AccountPage::showAccounts);
    connect(&accounts, &Accounts::currentChanged, this, &AccountPage::showAccounts);
    if (const std::optional<Account> current = accounts.current())
        m_selected = current->uuid;
    showAccounts();
}

AccountPage::~AccountPage() = default;

void AccountPage::buildList()
{
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("accountList"));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new AccountRowDelegate(look(), m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!index.isValid())
                    return;
                m_selected = m_model.account(index.row()).uuid;
                showSelected();
            });
    connect(m_list, &QListView::activated, this, [this] { m_accounts.choose(m_selected); });
}

void AccountPage::showAccounts()
{
    const std::optional<Account> current = m_accounts.current();
    const QString wanted = m_selected;
    m_model.setAccounts(m_accounts.all(), current ? current->uuid : QString());
    int row = m_model.find(wanted);
    if (row < 0 && current)
        row = m_model.find(current->uuid);
    if (row < 0 && m_model.rowCount() > 0)
        row = 0;
    m_selected = row < 0 ? QString() : m_model.account(row).uuid;
    m_list->setCurrentIndex(m_model.index(row));
    m_list->setVisible(row >= 0);
    const int rows = qMin(shownRows, m_model.rowCount());
    m_list->setFixedHeight(rows * look().theme.scaled(52) + 2 * m_list->frameWidth());
    showSelected();
}

std::optional<Account> AccountPage::selected() const
{
    const int row = m_model.find(m_selected);
    return row < 0 ? std::nullopt : std::optional(m_model.account(row));
}

void AccountPage::showSelected()
{
    const std::optional<Account> account = selected();
    m_form->setVisible(account.has_value());
    m_use->setVisible(account.has_value());
    m_remove->setVisible(account.has_value());
    m_banner->remove(removeId);
    if (m_checked != m_selected) {
        m_check->stop();
        m_rows->clear();
        m_form->setChecking(false);
        m_checked.clear();
    }
    if (!account)
        return;
    m_form->showAccount(*account);
    const std::optional<Account> current = m_accounts.current();
    const bool isCurrent = current && current->uuid == account->uuid;
    m_use->setEnabled(!isCurrent);
    m_use->setText(isCurrent ? tr("In use") : tr("Use this account"));
}

// Saving chooses the account; a change to another one's fields must not switch, so the choice is put back.
void AccountPage::save(const Account& account, const SecretString& token, Accounts::Keep keep,
                       const std::function<void(const Result<void>&)>& done)
{
    const std::optional<Account> current = m_accounts.current();
    m_banner->remove(errorId);
    m_accounts.save(account, token, keep, this, [this, current, account, done](const Result<void>& saved) {
        if (saved && current && current->uuid != account.uuid)
            m_accounts.choose(current->uuid);
        done(saved);
    });
}

void AccountPage::checkToken()
{
    m_checked = m_selected;
    m_rows->clear();
    m_banner->remove(errorId);
    m_form->setChecking(true);
    m_accounts.resolve(m_selected, this, [this, uuid = m_selected](const Result<ApiContext>& api) {
        if (uuid != m_selected)
            return;
        if (api) {
            m_check->start(*api);
            return;
        }
        m_form->setChecking(false);
        postError(tr("The token is not at hand"), api.error());
    });
}

void AccountPage::takeCure(Cure cure)
{
    if (cure == Cure::TokenPage)
        m_openUrl(createTokenUrl());
}

void AccountPage::askToRemove()
{
    const std::optional<Account> account = selected();
    if (!account)
        return;
    BannerMessage message;
    message.id = removeId;
    message.accent = Accent::Warning;
    message.icon = QStringLiteral("trash");
    message.title = tr("Remove %1?").arg(AccountListModel::shownName(*account));
    message.text =
        account->isSandbox
            ? tr("Chats and the record of calls stay. The sandbox can be chosen again at any time.")
            : tr("Its token is deleted from the keychain. Chats and the record of calls stay.");
    message.actions = {{tr("Remove"), {}}, {tr("Keep"), {}}};
    m_banner->post(message);
}

void AccountPage::postError(const QString& title, const Error& error)
{
    BannerMessage message;
    message.id = errorId;
    message.accent = Accent::Danger;
    message.icon = QStringLiteral("error");
    message.title = title;
    message.text = error.message;
    message.details = error.detail;
    m_banner->post(message);
}

void AccountPage::remove()
{
    m_accounts.remove(m_selected, this, [this](const Result<void>& removed) {
        if (!removed)
            postError(tr("The account was not removed"), removed.error());
    });
}

} // namespace orangery
