// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/highlighter.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThread>

namespace orangery {

class CodeBlock;

/// Colours code on a thread of its own, because loading a language takes tens of milliseconds. The thread
/// starts with the first code that has a known language. GUI thread.
class CodeHighlighting : public QObject
{
    Q_OBJECT

public:
    explicit CodeHighlighting(QObject* parent = nullptr);
    ~CodeHighlighting() override;

    /// A session for the lines of one block, which must close() it before it is destroyed.
    quint64 open(CodeBlock* block, const QString& language);
    void request(quint64 session, const QStringList& nextLines);
    void close(quint64 session);

signals:
    /// A block got colours and needs paint.
    void highlighted();

    void linesQueued(quint64 session, const QString& language, const QStringList& lines);
    void sessionClosed(quint64 session);

private:
    void deliver(quint64 session, int firstLine, const QList<QList<CodeRange>>& ranges);

    struct Session
    {
        CodeBlock* block = nullptr;
        QString language;
    };
    QHash<quint64, Session> m_sessions;
    quint64 m_last = 0;
    QThread m_thread;
};

} // namespace orangery
