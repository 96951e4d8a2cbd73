// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace orangery::sandbox {

/// What the instances behind `x-session-affinity` still know of the prompts before. API.md §12.
class PromptCache
{
public:
    /// How many tokens of a prompt made of `turns` (the tools first) were cached for the session, and
    /// remembers the prompt. A prefix counts in whole blocks of 16 tokens.
    qint64 cachedTokens(const QString& model, const QString& session, const QStringList& turns);
    void clear() { m_prompts.clear(); }

private:
    QHash<std::pair<QString, QString>, QStringList> m_prompts;
};

} // namespace orangery::sandbox
