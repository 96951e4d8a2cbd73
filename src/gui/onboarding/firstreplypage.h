// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/firstquestion.h"
#include "gui/style/look.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace orangery {

class CheckRow;
class MessageView;

/// Step 3: one short question; the reply streams in, with what it took and cost.
class FirstReplyPage : public QWidget
{
    Q_OBJECT

public:
    FirstReplyPage(Look look, FirstQuestion& question, QWidget* parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    bool hasReply() const { return m_hasReply; }
    void focusEntry();
    /// Stops what runs; the text so far stays.
    void stop();
    /// Shows model and price of the moment.
    void refresh();

signals:
    void runningChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void sendOrStop();
    void takeText(const QString& piece);
    void takeOutcome(const Result<ChatOutcome>& outcome);
    void showProblem(const QString& title, const QString& text, const QString& figure);
    void fitReply();
    void saveCode(const QString& code, const QString& language);

    Look m_look;
    FirstQuestion& m_question;
    QLabel* m_sentence;
    QLineEdit* m_edit;
    QPushButton* m_send;
    MessageView* m_reply;
    QString m_text; ///< of the reply, as far as it has come
    QLabel* m_footer;
    CheckRow* m_problem;
    std::optional<Neurons> m_estimate;
    bool m_isRunning = false;
    bool m_hasReply = false;
};

} // namespace orangery
