// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/sentencesplitter.h"

#include <utility>

namespace orangery {

namespace {

bool endsSentence(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'\n' || c == u'\u3002' || c == u'\uff01' || c == u'\uff1f')
        return true;
    const bool stop = c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u'\u061f';
    return stop && at + 1 < text.size() && text[at + 1].isSpace();
}

} // namespace

QString SentenceSplitter::add(const QString& text)
{
    m_text += text;
    for (qsizetype i = m_text.size() - 1; i >= 0; --i) {
        if (!endsSentence(m_text, i))
            continue;
        const QString finished = m_text.left(i + 1);
        m_text.remove(0, i + 1);
        return finished.trimmed();
    }
    return {};
}

QString SentenceSplitter::takeRest()
{
    return std::exchange(m_text, {}).trimmed();
}

} // namespace orangery
