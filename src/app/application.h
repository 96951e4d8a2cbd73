// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "storage/settings.h"

#include <memory>

namespace orangery {

class AccountBook;
class ChatController;
class ConversationList;
class ConversationStore;
class Database;
class HttpClient;
class Inspector;
class NetworkDesk;
class Preferences;
class SandboxHost;
class Workbench;

/// Owns the services and builds them in the order of their dependencies. Decides nothing.
class Application
{
public:
    explicit Application(const Folders& folders);
    ~Application();

    const Folders& folders() const { return m_folders; }
    Settings& settings() { return *m_settings; }
    Preferences& preferences() { return *m_preferences; }
    Database& database() { return *m_database; }
    AccountBook& accounts() { return *m_accounts; }
    NetworkDesk& network() { return *m_network; }
    ConversationList& conversations() { return *m_conversations; }
    ChatController& chat() { return *m_chat; }
    Workbench& workbench() { return *m_workbench; }
    Inspector& inspector() { return *m_inspector; }

private:
    Folders m_folders;
    SystemClock m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Inspector> m_inspector;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<SandboxHost> m_sandbox;
    std::unique_ptr<AccountBook> m_accounts;
    std::unique_ptr<NetworkDesk> m_network;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<ConversationStore> m_conversationStore;
    std::unique_ptr<ConversationList> m_conversations;
    std::unique_ptr<ChatController> m_chat;
};

} // namespace orangery
