// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/onboardingdialog.h"

#include "gui/common/stepline.h"
#include "gui/onboarding/checklist.h"
#include "gui/onboarding/checkpage.h"
#include "gui/onboarding/connectpage.h"
#include "gui/onboarding/firstreplypage.h"
#include "gui/onboarding/onboardingfooter.h"
#include "gui/onboarding/tokencheck.h"
#include "gui/style/icons.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUuid>

namespace orangery {

namespace {

// Only when text is large or many cures are open does a page scroll.
QScrollArea* scrolling(QWidget* page)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    page->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // scroll rather than squeeze
    return area;
}

} // namespace

OnboardingDialog::OnboardingDialog(Look look, Means means, Purpose purpose, QWidget* parent)
    : QDialog(parent),
      m_look(look),
      m_means(std::move(means)),
      m_purpose(purpose),
      m_uuid(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_steps(new StepLine(look, {tr("Connect"), tr("Check"), tr("First reply")}, this)),
      m_title(new QLabel(this)),
      m_pages(new QStackedWidget(this)),
      m_footer(new OnboardingFooter(look, this))
{
    setObjectName(QStringLiteral("onboardingDialog"));
    setWindowTitle(purpose == Purpose::FirstRun ? tr("Welcome to Orangery") : tr("Add account"));
    setModal(true);
    m_title->setObjectName(QStringLiteral("titleLabel"));
    bindText(*m_title, look.theme, TextRole::Title);
    auto* mark = new QLabel(this);
    const auto showMark = [mark, this] {
        mark->setPixmap(m_look.icons.mark().pixmap(QSize(40, 40), devicePixelRatioF()));
    };
    connect(&look.theme, &Theme::changed, mark, showMark);
    showMark();
    buildPages();

    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(mark);
    head->addWidget(m_steps);
    head->addStretch();
    auto* content = new QVBoxLayout;
    content->setContentsMargins(32, 20, 32, 8);
    content->setSpacing(0);
    content->addLayout(head);
    content->addSpacing(20);
    content->addWidget(m_title);
    content->addSpacing(4);
    content->addWidget(m_pages, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(content, 1);
    layout->addWidget(m_footer);

    connect(m_footer->back(), &QPushButton::clicked, this, &OnboardingDialog::goBack);
    connect(m_footer->again(), &QPushButton::clicked, this, &OnboardingDialog::runCheck);
    connect(m_footer->next(), &QPushButton::clicked, this, &OnboardingDialog::goOn);
    connect(m_footer, &OnboardingFooter::leaveConfirmed, this, &OnboardingDialog::leave);
    const QSize size(look.theme.scaled(720), look.theme.scaled(656));
    resize(size.boundedTo(screen()->availableSize()));
    goTo(Connect);
}

OnboardingDialog::~OnboardingDialog() = default;

void OnboardingDialog::buildPages()
{
    m_connect = new ConnectPage(m_look);
    m_check = new CheckPage(m_look);
    m_reply = new FirstReplyPage(m_look, *m_means.question);
    for (QWidget* page : std::initializer_list<QWidget*>{m_connect, m_check, m_reply})
        m_pages->addWidget(scrolling(page));

    connect(m_connect, &ConnectPage::changed, this, &OnboardingDialog::updateButtons);
    connect(m_connect, &ConnectPage::createTokenRequested, this, [this] { cure(Cure::TokenPage); });
    connect(m_check, &CheckPage::cureRequested, this, &OnboardingDialog::cure);
    connect(m_check, &CheckPage::accountChosen, this, [this](const QString& id) {
        m_connect->setAccountId(id);
        runCheck();
    });
    connect(m_check, &CheckPage::sessionOnlyRequested, this, [this] { store(Accounts::Keep::SessionOnly); });
    connect(m_check, &CheckPage::storeAgainRequested, this, [this] { store(Accounts::Keep::Keychain); });
    connect(m_reply, &FirstReplyPage::runningChanged, this, &OnboardingDialog::updateButtons);
    TokenCheck* check = m_means.check.get();
    connect(check, &TokenCheck::checkStarted, m_check->list(), &CheckList::showStarted);
    connect(check, &TokenCheck::checkFinished, m_check->list(), &CheckList::showOutcome);
    connect(check, &TokenCheck::finished, this, &OnboardingDialog::takeDiagnosis);
}

void OnboardingDialog::goTo(Step step)
{
    m_step = step;
    m_steps->setSkipped(Check, step != Check && m_connect->isSandbox());
    m_steps->setCurrent(step);
    m_pages->setCurrentIndex(step);
    m_title->setText(step == Connect ? tr("How do you want to start?")
                     : step == Check ? tr("Checking your token")
                                     : tr("Your first reply"));
    updateButtons();
    if (step == Connect)
        m_connect->focusEntry();
    else if (step == FirstReply)
        m_reply->focusEntry();
}

void OnboardingDialog::updateButtons()
{
    QPushButton* next = m_footer->next();
    m_footer->again()->setVisible(m_step == Check);
    m_footer->again()->setEnabled(!m_isChecking);
    const QString leaveText = m_purpose == Purpose::FirstRun ? tr("Quit") : tr("Cancel");
    m_footer->back()->setText(m_step == Connect ? leaveText : tr("Back"));
    switch (m_step) {
    case Connect:
        m_steps->setSkipped(Check, m_connect->isSandbox());
        next->setText(m_connect->isSandbox() ? tr("Start with the sandbox") : tr("Check token"));
        next->setEnabled(m_connect->isComplete());
        next->setToolTip(next->isEnabled() ? QString() : tr("Paste a token first"));
        next->setDefault(true);
        break;
    case Check:
        next->setText(tr("Continue"));
        next->setEnabled(m_isStored);
        next->setToolTip(m_isStored ? QString() : tr("The token must pass the checks and be stored first"));
        next->setDefault(true);
        break;
    case FirstReply:
        next->setText(m_purpose == Purpose::FirstRun ? tr("Open Orangery") : tr("Done"));
        next->setEnabled(true);
        next->setToolTip({});
        next->setDefault(m_reply->hasReply() && !m_reply->isRunning());
        break;
    }
}

void OnboardingDialog::goBack()
{
    if (m_step == Connect) {
        reject();
        return;
    }
    m_means.check->stop();
    m_isChecking = false;
    m_reply->stop();
    goTo(m_step == FirstReply && !m_connect->isSandbox() ? Check : Connect);
}

void OnboardingDialog::goOn()
{
    if (m_step == Connect && m_connect->isSandbox()) {
        startSandbox();
    } else if (m_step == Connect) {
        goTo(Check);
        runCheck();
    } else if (m_step == Check) {
        if (m_account.neverPay != m_check->isNeverPay())
            storeNeverPay();
        goTo(FirstReply);
    } else {
        m_reply->stop();
        accept();
    }
}

void OnboardingDialog::startSandbox()
{
    m_means.accounts.chooseSandbox();
    m_reply->refresh();
    goTo(FirstReply);
}

void OnboardingDialog::runCheck()
{
    m_checked = m_connect->draft();
    m_diagnosis.reset();
    m_isStored = false;
    m_isChecking = true;
    m_check->begin();
    m_check->list()->offer(offeredCures());
    m_means.check->start(m_checked.context());
    updateButtons();
}

void OnboardingDialog::takeDiagnosis(const Result<Diagnosis>& diagnosis)
{
    m_isChecking = false;
    m_check->showDiagnosis(diagnosis);
    if (diagnosis && diagnosis->isUsable()) {
        m_diagnosis = *diagnosis;
        store(Accounts::Keep::Keychain);
    }
    updateButtons();
}

// The token is stored as soon as it is known to work, so that nothing is lost by closing the window after
// that.
void OnboardingDialog::store(Accounts::Keep keep)
{
    if (!m_diagnosis)
        return;
    m_account = accountFor(m_checked, *m_diagnosis, m_means.accounts.all(), m_uuid);
    m_account.neverPay = m_check->isNeverPay();
    m_keep = keep;
    m_check->showStoring();
    m_means.accounts.save(m_account, m_checked.token, keep, this, [this, keep](const Result<void>& saved) {
        m_isStored = saved.has_value();
        if (saved)
            m_check->showStored(keep == Accounts::Keep::Keychain);
        else
            m_check->showNotStored(saved.error());
        m_reply->refresh();
        updateButtons();
    });
}

// Ticked off after storing: the stored token is kept.
void OnboardingDialog::storeNeverPay()
{
    m_account.neverPay = m_check->isNeverPay();
    m_means.accounts.save(m_account, SecretString(), m_keep, this, [](const Result<void>&) {});
}

} // namespace orangery
