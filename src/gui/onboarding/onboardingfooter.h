// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace orangery {

/// The dialog's buttons; while it asks whether to leave, the question stands in their place.
class OnboardingFooter : public QFrame
{
    Q_OBJECT

public:
    explicit OnboardingFooter(Look look, QWidget* parent = nullptr);

    QPushButton* back() const { return m_back; }   ///< Quit, Cancel or Back
    QPushButton* again() const { return m_again; } ///< Check again
    QPushButton* next() const { return m_next; }   ///< the primary one

    /// Shows the question; `verb` is what leaving is called.
    void ask(const QString& question, const QString& verb);
    bool isAsking() const;
    void stopAsking();

signals:
    void leaveConfirmed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QPushButton* m_back;
    QPushButton* m_again;
    QPushButton* m_next;
    QLabel* m_question;
    QPushButton* m_leave;
    QPushButton* m_stay;
    QStackedLayout* m_layout;
};

} // namespace orangery
