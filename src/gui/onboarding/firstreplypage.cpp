// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/firstreplypage.h"

#include "gui/chat/messages/messageview.h"
#include "gui/chat/messages/savecode.h"
#include "gui/common/card.h"
#include "gui/common/numbers.h"
#include "gui/onboarding/checkrow.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QUrl>

namespace orangery {

namespace {

constexpr qint64 replyId = 1;

MessageItem replyItem(const QString& text, MessageState state)
{
    MessageItem item;
    item.id = replyId;
    item.state = state;
    item.text = text;
    item.canRetry = false; // the button beside the question does that
    return item;
}

} // namespace

FirstReplyPage::FirstReplyPage(Look look, FirstQuestion& question, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_question(question),
      m_sentence(new QLabel(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("modelLabel"));
    bindText(*m_sentence, look.theme, TextRole::Body, Token::Text2);

    auto* card = new Card(look, this);
    m_edit = new QLineEdit(tr("In one sentence, what was an orangery for?"), card);
    m_edit->setObjectName(QStringLiteral("questionEdit"));
    m_edit->setAccessibleName(tr("Question"));
    m_edit->setMaxLength(2000);
    m_send = new QPushButton(card);
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setProperty(property::primary, true);
    m_send->setAutoDefault(false);
    m_reply = new MessageView(look, card);
    m_reply->setObjectName(QStringLiteral("replyView"));
    m_reply->setAccessibleName(tr("Reply"));
    m_reply->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_reply->hide();
    m_footer = new QLabel(card);
    m_footer->setObjectName(QStringLiteral("figuresLabel"));
    m_footer->hide();
    bindText(*m_footer, look.theme, TextRole::Meta, Token::Text2);
    m_problem = new CheckRow(look, card);
    m_problem->hide();

    auto* entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_edit, 1);
    entry->addWidget(m_send);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 4, 0, 4);
    inside->setSpacing(8);
    inside->addLayout(entry);
    inside->addWidget(m_reply);
    inside->addWidget(m_footer);
    inside->addWidget(m_problem);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addWidget(card);
    layout->addStretch();

    connect(m_send, &QPushButton::clicked, this, &FirstReplyPage::sendOrStop);
    connect(m_edit, &QLineEdit::textChanged, this, &FirstReplyPage::refresh);
    m_reply->installEventFilter(this);
    connect(m_reply->verticalScrollBar(), &QAbstractSlider::rangeChanged, this, &FirstReplyPage::fitReply);
    connect(m_reply, &MessageView::linkActivated, this,
            [](const QUrl& address) { QDesktopServices::openUrl(address); });
    connect(m_reply, &MessageView::saveCodeRequested, this, &FirstReplyPage::saveCode);
    connect(&question, &FirstQuestion::textArrived, this, &FirstReplyPage::takeText);
    connect(&question, &FirstQuestion::finished, this, &FirstReplyPage::takeOutcome);
    connect(&question, &FirstQuestion::changed, this, &FirstReplyPage::refresh);
    connect(&question, &FirstQuestion::retrying, this,
            [this](const Error& error, std::chrono::milliseconds pause, int attempt) {
                m_footer->setText(tr("%1 Trying again in %2 s (attempt %3).")
                                      .arg(error.message,
                                           QLocale().toString(static_cast<int>(pause.count() / 1000)),
                                           QLocale().toString(attempt)));
                m_footer->show();
            });
    refresh();
}

void FirstReplyPage::focusEntry()
{
    m_send->setFocus(Qt::OtherFocusReason);
}

void FirstReplyPage::refresh()
{
    const QString model = m_question.modelName();
    const QString text = m_edit->text().trimmed();
    m_sentence->setText(model.isEmpty()
                            ? tr("The catalogue offers no small model. You can choose one in Chat.")
                            : tr("One short question to %1, to see that everything is in place.").arg(model));
    if (m_isRunning) {
        m_send->setText(tr("Stop"));
        m_send->setEnabled(true);
        m_send->setToolTip(tr("Stop (Esc)"));
        return;
    }
    m_estimate = model.isEmpty() ? std::nullopt : m_question.estimate(text);
    const QString price = m_estimate ? Numbers::estimate(*m_estimate) : tr("price unknown");
    m_send->setText(tr("Send  %1").arg(price));
    m_send->setAccessibleName(tr("Send the question"));
    m_send->setAccessibleDescription(price);
    m_send->setEnabled(!model.isEmpty() && !text.isEmpty());
    m_send->setDefault(!m_hasReply);
    m_send->setToolTip(text.isEmpty() ? tr("Type a question first") : QString());
}

void FirstReplyPage::sendOrStop()
{
    if (m_isRunning) {
        stop();
        return;
    }
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    m_isRunning = true;
    m_hasReply = false;
    m_text.clear();
    m_reply->hide();
    m_problem->hide();
    m_footer->setText(tr("Sending…"));
    m_footer->show();
    m_edit->setReadOnly(true);
    refresh();
    emit runningChanged();
    m_question.ask(text);
}

void FirstReplyPage::stop()
{
    if (m_isRunning)
        m_question.stop();
}

void FirstReplyPage::takeText(const QString& piece)
{
    if (piece.isEmpty())
        return;
    const bool isFirst = m_text.isEmpty();
    m_hasReply = true;
    m_text += piece;
    if (isFirst)
        m_reply->setMessages({replyItem(m_text, MessageState::Streaming)});
    else
        m_reply->appendText(replyId, piece);
    m_reply->show();
    m_footer->setText(tr("Receiving…"));
}

void FirstReplyPage::takeOutcome(const Result<ChatOutcome>& outcome)
{
    m_isRunning = false;
    m_edit->setReadOnly(false);
    MessageItem item = replyItem(outcome ? outcome->reply.text : m_text, MessageState::Done);
    if (outcome) {
        item.promptTokens = outcome->usage.promptTokens;
        item.completionTokens = outcome->usage.completionTokens;
        item.seconds = static_cast<double>(outcome->latency.count()) / 1000;
        item.estimate = m_estimate;
        item.booked = outcome->neurons;
        m_hasReply = true;
        m_footer->hide();
    } else if (outcome.error().kind == ErrorKind::Canceled) {
        m_footer->setText(m_hasReply ? tr("Stopped. The text so far is kept.") : tr("Stopped."));
    } else {
        m_footer->hide();
        const Error& error = outcome.error();
        showProblem(tr("No reply came"), error.message,
                    error.code != 0 ? tr("code %1").arg(error.code) : QString());
    }
    if (m_hasReply) {
        if (m_reply->messageCount() == 0 || m_text.isEmpty())
            m_reply->setMessages({item});
        else
            m_reply->updateMessage(item);
        m_reply->show();
        fitReply();
    }
    refresh();
    emit runningChanged();
}

void FirstReplyPage::saveCode(const QString& code, const QString& language)
{
    m_problem->hide();
    askAndSaveCode(this, code, language, [this](const QString& problem) {
        if (!problem.isEmpty())
            showProblem(tr("The code was not saved"), problem, {});
    });
}

void FirstReplyPage::showProblem(const QString& title, const QString& text, const QString& figure)
{
    m_problem->setContent(CheckRow::Mark::Failed, title, text, figure);
    m_problem->show();
}

bool FirstReplyPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_reply && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &FirstReplyPage::fitReply, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

// As high as its text, up to the room that the dialog has.
void FirstReplyPage::fitReply()
{
    constexpr int mostLines = 13;
    const int line = m_look.theme.lineHeight(TextRole::Reading);
    m_reply->setFixedHeight(qBound(2 * line, m_reply->list().height(), mostLines * line));
}

} // namespace orangery
