// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <functional>

namespace orangery::test {

/// Records the names of all signals of one object, in order; but destroyed and objectNameChanged.
class SignalLog : public QObject
{
    Q_OBJECT

public:
    explicit SignalLog(QObject* object);

    const QList<QByteArray>& names() const { return m_names; }
    /// Called after each signal was noted.
    std::function<void(const QByteArray& name)> onSignal;

public slots:
    void note();

private:
    QList<QByteArray> m_names;
};

} // namespace orangery::test
