// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatpage.h"

#include "features/chat/chatcontroller.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/alignedrow.h"
#include "gui/chat/chatbanners.h"
#include "gui/chat/chatbar.h"
#include "gui/chat/chatsidebar.h"
#include "gui/chat/chattasks.h"
#include "gui/chat/composer.h"
#include "gui/chat/messages/messageview.h"
#include "gui/common/banner.h"
#include "gui/common/emptystate.h"
#include "gui/common/tabframe.h"
#include "gui/common/toaststack.h"
#include "gui/picker/connectpicker.h"
#include "gui/picker/modelpicker.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"
#include "service/preferences.h"
#include "service/workbench.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

namespace orangery {

namespace {

constexpr int lowHeight = 720;
const QString splitterKey = QStringLiteral("chatSplitter");

} // namespace

ChatPage::ChatPage(Look look, Desk desk, ToastStack& toasts, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_desk(desk),
      m_frame(new TabFrame(look, this)),
      m_main(new QWidget(m_frame)),
      m_sidebar(new ChatSidebar(look, desk.conversations, m_frame)),
      m_bar(new ChatBar(look, m_main)),
      m_banner(new Banner(look, m_main)),
      m_stack(new QStackedLayout),
      m_messages(new MessageView(look, m_main)),
      m_empty(new EmptyState(look, QStringLiteral("chat"), tr("Ask anything"),
                             tr("Every open model of your account, with its price before you send."),
                             m_main)),
      m_composer(new Composer(look, m_main)),
      m_banners(new ChatBanners(*m_banner, desk, this)),
      m_tasks(new ChatTasks(desk, toasts, *m_messages, *this))
{
    setObjectName(QStringLiteral("chatPage"));
    buildLayout();
    connectController();
    connectMessages();
    connect(&desk.preferences, &Preferences::changed, this,
            [this] { m_composer->setEnterSending(m_desk.preferences.isEnterSending()); });
    m_composer->setEnterSending(desk.preferences.isEnterSending());
    connect(m_banners, &ChatBanners::tryAgainRequested, this, &ChatPage::tryAgain);
    connect(m_banners, &ChatBanners::otherModelRequested, this, &ChatPage::openModelPicker);
    connect(m_banners, &ChatBanners::alternativeRequested, this, [this](const QString& modelId) {
        m_desk.chat.setModel(modelId, true);
        tryAgain();
    });
    connect(m_banners, &ChatBanners::sendAnywayRequested, this, [this] {
        m_banners->clearErrors();
        if (!m_desk.chat.send(m_composer->text()))
            tryAgain();
    });
    // only the question that was refused, where it was asked
    connect(&m_desk.chat.licences(), &LicenceConsent::accepted, this,
            [this](const QString& model, qint64 conversationId) {
                const QList<StoredMessage>& messages = m_desk.chat.messages();
                if (conversationId == m_desk.chat.conversationId() && model == m_desk.chat.model() &&
                    !messages.isEmpty() && messages.last().state == StoredMessage::State::Failed)
                    tryAgain();
            });
    connect(m_banners, &ChatBanners::budgetSettingsRequested, this, &ChatPage::budgetSettingsRequested);
    connect(m_banners, &ChatBanners::accountSettingsRequested, this, &ChatPage::accountSettingsRequested);
    connect(m_banners, &ChatBanners::networkSettingsRequested, this, &ChatPage::networkSettingsRequested);
    desk.conversations.refresh();
    desk.chat.startNew();
}

ChatPage::~ChatPage()
{
    m_composer->leave();
    m_desk.preferences.setWindowState(splitterKey, m_frame->saveState());
}

void ChatPage::buildLayout()
{
    bindFill(*m_main, m_look.theme, Token::Base);
    const QString sample = tr("What was an orangery for?");
    m_sampleButton = m_empty->addAction(tr("Ask “%1”").arg(sample), true, QStringLiteral("play"));
    m_sampleButton->setObjectName(QStringLiteral("sampleButton"));
    connect(m_sampleButton, &QPushButton::clicked, this, [this, sample] { m_desk.chat.send(sample); });
    auto* content = new QWidget(m_main);
    content->setLayout(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_messages);

    auto* column = new QVBoxLayout(m_main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_banner);
    column->addWidget(content, 1);
    column->addWidget(new AlignedRow(*m_composer, MessageView::columnWidth, *m_messages, m_main));

    m_frame->setParts(m_sidebar, m_main);
    m_frame->restoreState(m_desk.preferences.windowState(splitterKey).toByteArray());
    m_main->setFocusProxy(m_composer);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_frame);

    connect(m_frame, &TabFrame::sidebarButtonNeeded, m_bar, &ChatBar::setSidebarButtonVisible);
    connect(m_bar, &ChatBar::sidebarRequested, this, &ChatPage::toggleSidebar);
    connect(m_bar, &ChatBar::modelPickerRequested, this, &ChatPage::openModelPicker);
    connect(m_bar->menu().addAction(tr("Rename…")), &QAction::triggered, this, &ChatPage::renameCurrent);
    connect(m_bar->menu().addAction(tr("Delete")), &QAction::triggered, this, &ChatPage::deleteCurrent);
    connect(m_sidebar, &ChatSidebar::newRequested, this, &ChatPage::startNew);
    connect(m_sidebar, &ChatSidebar::openRequested, this, [this](qint64 id) {
        m_frame->closeOverlay();
        if (id != m_desk.chat.conversationId())
            m_desk.chat.open(id);
    });
    connect(m_sidebar, &ChatSidebar::deleteRequested, this, &ChatPage::remove);
    connect(m_composer, &Composer::sendRequested, &m_desk.chat, &ChatController::send);
    connect(m_composer, &Composer::stopRequested, &m_desk.chat, &ChatController::stop);
    connect(m_composer, &Composer::draftChanged, this, [this](const Draft& draft) {
        m_desk.chat.keepDraft(draft.stored());
        showCost(m_composer->text());
    });
}

void ChatPage::startNew()
{
    m_frame->closeOverlay();
    m_desk.chat.startNew();
    m_composer->focusField();
}

void ChatPage::renameCurrent()
{
    m_frame->showSidebar();
    m_sidebar->rename(m_sidebar->focused(m_desk.chat.conversationId()));
}

void ChatPage::deleteCurrent()
{
    remove(m_desk.chat.conversationId());
}

void ChatPage::remove(qint64 conversationId)
{
    m_tasks->remove(conversationId, m_sidebar->neighbourOf(conversationId));
}

void ChatPage::openModelPicker()
{
    if (!m_picker) {
        m_picker = new ModelPicker(m_look, this);
        connectPicker(*m_picker, m_desk.workbench, m_desk.accounts, m_desk.preferences);
        connect(m_picker, &ModelPicker::modelChosen, &m_desk.chat,
                [&chat = m_desk.chat](const QString& id) { chat.setModel(id); });
    }
    m_picker->setCurrentModel(m_desk.chat.model());
    m_picker->openAt(&m_bar->modelButton());
}

void ChatPage::focusFilter()
{
    m_frame->showSidebar();
    m_sidebar->focusFilter();
}

void ChatPage::toggleSidebar()
{
    m_frame->toggleSidebar();
}

QList<FocusArea> ChatPage::focusAreas() const
{
    QWidget* reading = m_empty->isVisible() ? static_cast<QWidget*>(m_sampleButton) : m_messages;
    return {{.widgets = {m_sidebar}, .entry = m_sidebar->list()},
            {.widgets = {m_main}, .entry = reading},
            {.widgets = {m_composer}, .entry = m_composer}};
}

void ChatPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_composer->setLow(height() < lowHeight - 48);
}

void ChatPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_desk.chat.isStreaming())
        return m_desk.chat.stop();
    QWidget::keyPressEvent(event);
}

} // namespace orangery
