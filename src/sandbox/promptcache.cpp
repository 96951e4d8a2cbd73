// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/promptcache.h"

#include "sandbox/tokens.h"

#include <algorithm>

namespace orangery::sandbox {

namespace {

constexpr qsizetype keptPrompts = 500;
constexpr qint64 block = 16;

qint64 commonTokens(const QString& first, const QString& second)
{
    const auto end = std::mismatch(first.begin(), first.end(), second.begin(), second.end()).first;
    return tokenCount(first.left(end - first.begin()));
}

} // namespace

qint64 PromptCache::cachedTokens(const QString& model, const QString& session, const QStringList& turns)
{
    const std::pair key(model, session);
    const QStringList before = m_prompts.value(key);
    if (m_prompts.size() >= keptPrompts && !m_prompts.contains(key))
        m_prompts.clear();
    m_prompts[key] = turns;

    qint64 tokens = 0;
    for (qsizetype i = 0; i < std::min(before.size(), turns.size()); ++i) {
        tokens += commonTokens(before[i], turns[i]);
        if (before[i] != turns[i])
            break;
        tokens += tokensOfTurn;
    }
    return tokens / block * block;
}

} // namespace orangery::sandbox
