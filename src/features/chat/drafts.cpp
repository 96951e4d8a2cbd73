// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/drafts.h"

#include "features/chat/draft.h"
#include "service/preferences.h"
#include "storage/conversationstore.h"

namespace orangery {

namespace {

constexpr int pauseMs = 500;
const QString newChatKey = QStringLiteral("newChatDraft");

} // namespace

Drafts::Drafts(ConversationStore& store, Preferences& preferences, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_preferences(preferences)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &Drafts::save);
}

Drafts::~Drafts()
{
    save();
}

void Drafts::keep(qint64 conversationId, const QString& text)
{
    if (conversationId != m_conversationId)
        save();
    m_conversationId = conversationId;
    m_texts.insert(conversationId, text);
    if (!m_timer.isActive())
        m_timer.start();
}

void Drafts::clear(qint64 conversationId, const QString& sent)
{
    if (Draft::fromStored(m_texts.value(conversationId)).text() == sent)
        keep(conversationId, {});
}

void Drafts::save()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    m_hasSaved = true;
    if (m_conversationId == 0)
        return m_preferences.setWindowState(newChatKey, m_texts.value(0));
    m_store.saveDraft(m_conversationId, m_texts.value(m_conversationId), this,
                      [this](const Result<void>& done) {
                          if (!done)
                              emit failed(done.error());
                      });
}

void Drafts::find(qint64 conversationId)
{
    save();
    m_conversationId = conversationId;
    m_hasSaved = false;
    // what was written in this run may still be on its way to disk
    if (const auto known = m_texts.constFind(conversationId); known != m_texts.constEnd())
        return emit found(conversationId, *known);
    if (conversationId == 0)
        return emit found(0, m_preferences.windowState(newChatKey).toString());
    m_store.draft(conversationId, this, [this, conversationId](const Result<QString>& draft) {
        if (draft && conversationId == m_conversationId && !m_hasSaved)
            emit found(conversationId, *draft);
    });
}

} // namespace orangery
