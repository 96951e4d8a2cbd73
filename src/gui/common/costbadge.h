// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "gui/style/look.h"
#include "gui/style/tokens.h"

#include <QList>
#include <QWidget>

class QTextLayout;

namespace orangery {

/// What the next request will cost, what a running one has cost so far, or what a finished one did cost. It
/// decides how an amount looks; whether sending is allowed is the budget's business.
class CostBadge : public QWidget
{
    Q_OBJECT

public:
    enum class State { Thinking, Normal, High, TooHigh, Free, Unknown, Running, Done };
    Q_ENUM(State)

    explicit CostBadge(Look look, QWidget* parent = nullptr);

    State state() const { return m_state; }
    /// What it reads, as one string.
    QString text() const;

public slots:
    void showThinking();
    /// `rest`: what is left of today. Above a tenth of it the icon turns amber, above all of it the badge
    /// does.
    void showEstimate(orangery::Neurons estimate, orangery::Neurons rest);
    void showFree();
    void showUnknown();
    void showRunning(orangery::Neurons soFar, orangery::Neurons estimate);
    void showDone(orangery::Neurons estimate, orangery::Neurons booked);

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Part
    {
        QString text;
        bool isBold = false;
    };

    void show(State state, const QList<Part>& parts, const QString& spoken, const QString& description = {});
    int textWidth() const;
    void prepare(QTextLayout& layout) const;

    Look m_look;
    State m_state = State::Thinking;
    QList<Part> m_parts;
    int m_keptWidth = 0;
};

} // namespace orangery
