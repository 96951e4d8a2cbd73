// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/headerbar.h"

#include "gui/common/accountchip.h"
#include "gui/common/quotagauge.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"
#include "service/accounts.h"
#include "service/workbench.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QTabBar>

namespace orangery {

namespace {

constexpr int roomyWidth = 1080;
constexpr int markSide = 28;

QString planName(const Account& account)
{
    return account.plan == Plan::Paid ? HeaderBar::tr("Paid") : HeaderBar::tr("Free");
}

} // namespace

HeaderBar::HeaderBar(Look look, Workbench& workbench, Accounts& accounts, QMenu* menu, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_workbench(workbench),
      m_accounts(accounts),
      m_tabs(new QTabBar(this)),
      m_gauge(new QuotaGauge(look, this)),
      m_chip(new AccountChip(look, this)),
      m_accountMenu(new QMenu(this)),
      m_menuButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("header"));
    auto* mark = new QLabel(this);
    const auto drawMark = [mark, this] {
        const int side = qMin(m_look.theme.scaled(markSide), m_look.theme.controlHeight());
        mark->setPixmap(m_look.icons.mark().pixmap(QSize(side, side), devicePixelRatioF()));
    };
    connect(&look.theme, &Theme::changed, mark, drawMark);
    drawMark();
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setAccessibleName(tr("Areas"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setExpanding(false);
    m_gauge->setObjectName(QStringLiteral("quotaGauge"));
    m_chip->setObjectName(QStringLiteral("accountChip"));
    m_chip->setMenu(m_accountMenu);
    m_menuButton->setObjectName(QStringLiteral("menuButton"));
    m_menuButton->setIcon(look.icons.icon(QStringLiteral("menu")));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu (F10)"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setAutoRaise(true);
    m_menuButton->setMenu(menu);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(12);
    row->addWidget(mark);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_gauge);
    row->addWidget(m_chip);
    row->addWidget(m_menuButton);
    setFixedHeight(qMax(48, look.theme.controlHeight() + 16));
    connect(&look.theme, &Theme::changed, this,
            [this] { setFixedHeight(qMax(48, m_look.theme.controlHeight() + 16)); });

    connect(&workbench, &Workbench::quotaChanged, this, &HeaderBar::showQuota);
    connect(&accounts, &Accounts::changed, this, &HeaderBar::showAccount);
    connect(&accounts, &Accounts::currentChanged, this, &HeaderBar::showAccount);
    connect(m_accountMenu, &QMenu::aboutToShow, this, &HeaderBar::fillAccountMenu);
    connect(m_gauge, &QAbstractButton::clicked, this, &HeaderBar::accountSettingsRequested);
    // the countdown is told once a minute, so that a screen reader is not kept busy
    connect(&m_minute, &QTimer::timeout, this, &HeaderBar::showQuota);
    m_minute.start(std::chrono::minutes(1));
    showQuota();
    showAccount();
}

void HeaderBar::showQuota()
{
    const Quota& quota = m_workbench.quota();
    const Neurons used = quota.isExhaustedByService ? quota.allowance : quota.booked;
    m_gauge->setQuota(used, quota.reserved, quota.allowance, quota.isKnown);
    m_gauge->setResetIn(m_workbench.clock().untilReset().count());
}

void HeaderBar::showAccount()
{
    const std::optional<Account> account = m_accounts.current();
    if (!account)
        m_chip->setNoAccount();
    else if (account->isSandbox)
        m_chip->setSandbox();
    else
        m_chip->setAccount(account->name, account->accountId, planName(*account));
}

void HeaderBar::fillAccountMenu()
{
    m_accountMenu->clear();
    auto* group = new QActionGroup(m_accountMenu);
    const std::optional<Account> current = m_accounts.current();
    bool hasSandbox = false;
    for (const Account& account : m_accounts.all()) {
        hasSandbox = hasSandbox || account.isSandbox;
        const QString name =
            account.name.isEmpty() ? account.accountId.left(6) + QChar(0x2026) : account.name;
        QAction* action = m_accountMenu->addAction(
            account.isSandbox ? tr("Sandbox") : tr("%1 (%2)", "account, plan").arg(name, planName(account)));
        action->setCheckable(true);
        action->setChecked(current && current->uuid == account.uuid);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, uuid = account.uuid] { m_accounts.choose(uuid); });
    }
    if (!hasSandbox) {
        connect(m_accountMenu->addAction(tr("Sandbox")), &QAction::triggered, this,
                [this] { m_accounts.chooseSandbox(); });
    }
    m_accountMenu->addSeparator();
    connect(m_accountMenu->addAction(tr("Add account…")), &QAction::triggered, this,
            &HeaderBar::addAccountRequested);
    connect(m_accountMenu->addAction(tr("Check token…")), &QAction::triggered, this,
            &HeaderBar::accountSettingsRequested);
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < roomyWidth;
    m_gauge->setCompact(isNarrow);
    m_chip->setCompact(isNarrow);
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme.color(Token::Window));
    paint::edgeLine(painter, rect(), Qt::BottomEdge, m_look.theme.color(Token::Line));
}

} // namespace orangery
