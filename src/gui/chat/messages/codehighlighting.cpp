// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/codehighlighting.h"

#include "gui/chat/messages/codeblock.h"
#include "gui/chat/messages/highlightworker.h"

namespace orangery {

CodeHighlighting::CodeHighlighting(QObject* parent) : QObject(parent)
{
    auto* worker = new HighlightWorker;
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    connect(this, &CodeHighlighting::linesQueued, worker, &HighlightWorker::highlight);
    connect(this, &CodeHighlighting::sessionClosed, worker, &HighlightWorker::close);
    connect(worker, &HighlightWorker::highlighted, this, &CodeHighlighting::deliver);
}

CodeHighlighting::~CodeHighlighting()
{
    if (!m_thread.isRunning())
        m_thread.start(); // the worker is deleted by its thread's end, so the thread must have run
    m_thread.quit();
    m_thread.wait();
}

quint64 CodeHighlighting::open(CodeBlock* block, const QString& language)
{
    if (!m_thread.isRunning())
        m_thread.start(QThread::LowPriority);
    m_sessions.insert(++m_last, {block, language});
    return m_last;
}

void CodeHighlighting::request(quint64 session, const QStringList& nextLines)
{
    emit linesQueued(session, m_sessions.value(session).language, nextLines);
}

void CodeHighlighting::close(quint64 session)
{
    m_sessions.remove(session);
    emit sessionClosed(session);
}

void CodeHighlighting::deliver(quint64 session, int firstLine, const QList<QList<CodeRange>>& ranges)
{
    const auto found = m_sessions.constFind(session);
    if (found == m_sessions.constEnd())
        return;
    found->block->setHighlights(firstLine, ranges);
    emit highlighted();
}

} // namespace orangery
