// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "features/chat/draft.h"
#include "gui/style/look.h"

#include <QFrame>
#include <QTimer>
#include <optional>

class QLabel;
class QPushButton;

namespace orangery {

class CostBadge;
class DraftEdit;
class EditingChip;
class PastedChip;

/// Where a message is written: the field, its price, and the button that sends or stops. It keeps its text
/// until it is told that the text was accepted.
class Composer : public QFrame
{
    Q_OBJECT

public:
    explicit Composer(Look look, QWidget* parent = nullptr);

    /// The message: what was pasted and stands aside, then what stands in the field.
    QString text() const;
    void setText(const QString& text);
    /// What was written here before: shown at once, or after what has been typed in the meantime is sent.
    void offerDraft(const Draft& draft);
    /// `sent` has been taken from here; what came after it stays.
    void removeSent(const QString& sent);
    /// Tells of a draft that is not told yet, and empties the field: another conversation follows.
    void leave();
    void setStreaming(bool isStreaming);
    void setEnterSending(bool isSending);
    /// The text replaces an earlier message.
    void setEditing(bool isEditing);
    /// Why nothing can be sent now; empty: it can.
    void setObstacle(const QString& reason);
    /// `rest`: what is left of today.
    void showCost(const std::optional<Neurons>& estimate, Neurons rest, bool isFree);
    void showContext(int tokens, int window);
    void setLow(bool isLow);
    CostBadge& costBadge() { return *m_cost; }
    void focusField();

signals:
    void sendRequested(const QString& text);
    void stopRequested();
    void editLastRequested(); ///< by the Up key in the empty field
    void leaveEditingRequested();
    /// At rest after typing, at most 120 ms later. With what still waits to be shown.
    void draftChanged(const orangery::Draft& draft);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void press();
    void changed();
    void put(const Draft& draft);
    Draft shown() const;
    bool isEmpty() const;
    void updateButton();
    void updateHint();

    Look m_look;
    EditingChip* m_editing;
    PastedChip* m_pasted;
    DraftEdit* m_edit;
    CostBadge* m_cost;
    QPushButton* m_sendButton;
    QLabel* m_hint;
    QLabel* m_context;
    QTimer m_rest;
    QString m_obstacle;
    Draft m_waiting; ///< found after something else was typed
    bool m_isStreaming = false;
    bool m_isEnterSending = true;
};

} // namespace orangery
