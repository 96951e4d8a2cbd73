// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/focusareas.h"
#include "gui/desk.h"
#include "gui/style/look.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace orangery {

class Banner;
class ChatBanners;
class ChatBar;
class ChatSidebar;
class ChatTasks;
class Composer;
class EmptyState;
class MessageView;
struct MessageItem;
class ModelPicker;
class TabFrame;
class ToastStack;

/// The Chat tab: conversations at the start, the open one beside them.
class ChatPage : public QWidget
{
    Q_OBJECT

public:
    ChatPage(Look look, Desk desk, ToastStack& toasts, QWidget* parent = nullptr);
    ~ChatPage() override;

    Composer& composer() { return *m_composer; }
    MessageView& messages() { return *m_messages; }
    ChatTasks& tasks() { return *m_tasks; }
    /// From start to end: sidebar, conversation, composer.
    QList<FocusArea> focusAreas() const;

public slots:
    void startNew();
    void renameCurrent();
    void deleteCurrent();
    void toggleSidebar();
    void openModelPicker();
    void focusFilter();
    /// In the focused message, else in the last one that has branches.
    void showPreviousBranch() { showBranch(-1); }
    void showNextBranch() { showBranch(1); }

signals:
    void accountSettingsRequested();
    void networkSettingsRequested();
    void budgetSettingsRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void connectController();
    void connectMessages();
    void showConversation();
    QList<MessageItem> itemsFrom(int first) const;
    void showBranch(int step);
    void showBranchOf(qint64 messageId, int step);
    void editLast();
    void fork(qint64 messageId);
    void showCost(const QString& draft);
    void showTitle();
    void tryAgain();
    void remove(qint64 conversationId);

    Look m_look;
    Desk m_desk;
    TabFrame* m_frame;
    QWidget* m_main;
    ChatSidebar* m_sidebar;
    ChatBar* m_bar;
    Banner* m_banner;
    QStackedLayout* m_stack;
    MessageView* m_messages;
    EmptyState* m_empty;
    QPushButton* m_sampleButton = nullptr;
    Composer* m_composer;
    ChatBanners* m_banners;
    ChatTasks* m_tasks;
    QTimer m_runningCost;
    ModelPicker* m_picker = nullptr;
};

} // namespace orangery
