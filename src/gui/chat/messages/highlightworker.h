// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/highlighter.h"

#include <QObject>
#include <QStringList>
#include <map>
#include <memory>

namespace orangery {

/// The other end of CodeHighlighting, on its thread.
class HighlightWorker : public QObject
{
    Q_OBJECT

public slots:
    void highlight(quint64 session, const QString& language, const QStringList& lines);
    void close(quint64 session);

signals:
    void highlighted(quint64 session, int firstLine, const QList<QList<orangery::CodeRange>>& ranges);

private:
    struct Session
    {
        std::unique_ptr<Highlighter> highlighter;
        int lines = 0;
    };
    std::map<quint64, Session> m_sessions;
};

} // namespace orangery
