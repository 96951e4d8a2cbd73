// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/accountbook.h"
#include "app/networkdesk.h"
#include "app/sandboxhost.h"
#include "features/chat/chatcontroller.h"
#include "features/chat/conversationlist.h"
#include "net/httpclient.h"
#include "service/inspector.h"
#include "service/preferences.h"
#include "service/resultcache.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"
#include "storage/database.h"

namespace orangery {

Application::Application(const Folders& folders)
    : m_folders(folders),
      m_settings(std::make_unique<Settings>(folders.config)),
      m_preferences(std::make_unique<Preferences>(*m_settings)),
      m_database(std::make_unique<Database>(folders.data)),
      m_inspector(std::make_unique<Inspector>()),
      m_client(std::make_unique<HttpClient>()),
      m_sandbox(std::make_unique<SandboxHost>()),
      m_accounts(std::make_unique<AccountBook>(*m_settings, *m_sandbox)),
      m_network(std::make_unique<NetworkDesk>(*m_settings, *m_client)),
      m_workbench(std::make_unique<Workbench>(*m_client, *m_database, *m_accounts, m_clock)),
      m_conversationStore(std::make_unique<ConversationStore>(*m_database)),
      m_conversations(std::make_unique<ConversationList>(*m_conversationStore)),
      m_chat(std::make_unique<ChatController>(*m_workbench, *m_conversationStore, *m_preferences))
{
    m_inspector->follow(*m_client);
    m_workbench->setInspector(m_inspector.get());
    m_workbench->keepClock(*m_preferences);
    m_workbench->models().setFolder(folders.cache);
    const auto answers = std::make_shared<ResultCache>(folders.cache + QStringLiteral("/answers"));
    const auto applyPreferences = [this, answers] {
        m_workbench->setCache(answers, m_preferences->isKeepingAnswers());
        m_workbench->setSpendingLimits(m_preferences->spendingLimits());
    };
    applyPreferences();
    QObject::connect(m_preferences.get(), &Preferences::changed, m_workbench.get(), applyPreferences);
    // after every opening, also one that succeeds only when the user has mended something
    QObject::connect(m_database.get(), &Database::opened, m_workbench.get(), [this] {
        constexpr int undoDays = 30;
        m_conversationStore->recoverInterrupted(m_workbench.get(), {});
        m_conversationStore->purgeDeleted(m_clock.utcNow().addDays(-undoDays));
        m_conversations->refresh();
    });
}

Application::~Application() = default;

} // namespace orangery
