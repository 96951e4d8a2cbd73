// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/checktexts.h"
#include "gui/style/look.h"

#include <QFrame>
#include <QHash>

class QVBoxLayout;

namespace orangery {

class CheckRow;

/// The doctor's rows in a card: they appear as they finish. Used by the first run and by Settings.
class CheckList : public QFrame
{
    Q_OBJECT

public:
    explicit CheckList(Look look, QWidget* parent = nullptr);

    /// The cures that the surroundings can carry out; others get no button.
    void offer(const QList<Cure>& cures) { m_offered = cures; }
    /// Takes all rows away.
    void clear();
    void showStarted(Check check);
    void showOutcome(const CheckOutcome& outcome);
    /// The row of a check; nullptr while it has not begun.
    CheckRow* row(Check check) const { return m_rows.value(check); }
    /// One more row, below the checks.
    CheckRow* addRow();

signals:
    void cureRequested(orangery::Cure cure);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CheckRow* rowFor(Check check);

    Look m_look;
    QList<Cure> m_offered;
    QVBoxLayout* m_layout;
    QHash<Check, CheckRow*> m_rows;
};

} // namespace orangery
