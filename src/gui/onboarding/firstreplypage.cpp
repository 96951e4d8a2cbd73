// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/firstreplypage.h"

#include "gui/common/card.h"
#include "gui/common/numbers.h"
#include "gui/onboarding/checkrow.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QtMath>

namespace orangery {

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
    m_reply = new QPlainTextEdit(card);
    m_reply->setObjectName(QStringLiteral("replyEdit"));
    m_reply->setAccessibleName(tr("Reply"));
    m_reply->setReadOnly(true);
    m_reply->setFrameShape(QFrame::NoFrame);
    m_reply->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_reply->document()->setDocumentMargin(0);
    m_reply->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_reply->hide();
    bindText(*m_reply, look.theme, TextRole::Reading);
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
    inside->setSpacing(12);
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
    m_reply->clear();
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
    m_hasReply = true;
    m_reply->show();
    m_footer->setText(tr("Receiving…"));
    QTextCursor end(m_reply->document());
    end.movePosition(QTextCursor::End);
    end.insertText(piece);
    fitReply();
    m_reply->verticalScrollBar()->setValue(m_reply->verticalScrollBar()->maximum());
}

void FirstReplyPage::takeOutcome(const Result<ChatOutcome>& outcome)
{
    m_isRunning = false;
    m_edit->setReadOnly(false);
    if (outcome) {
        m_hasReply = true;
        m_reply->setPlainText(outcome->reply.text);
        m_reply->show();
        fitReply();
        m_footer->setText(footer(*outcome));
    } else if (outcome.error().kind == ErrorKind::Canceled) {
        m_footer->setText(m_hasReply ? tr("Stopped. The text so far is kept.") : tr("Stopped."));
    } else {
        m_footer->hide();
        showProblem(outcome.error());
    }
    refresh();
    emit runningChanged();
}

QString FirstReplyPage::footer(const ChatOutcome& outcome) const
{
    const QString seconds =
        tr("%1\u00A0s").arg(QLocale().toString(static_cast<double>(outcome.latency.count()) / 1000, 'f', 1));
    const QString booked = Numbers::booked(outcome.neurons).toHtmlEscaped();
    const QString price = m_estimate
                              ? tr("est. %1 → <b>%2</b>").arg(Numbers::figureWithDecimal(*m_estimate), booked)
                              : QStringLiteral("<b>%1</b>").arg(booked);
    return QStringList{Numbers::tokens(outcome.usage.promptTokens, outcome.usage.completionTokens), seconds,
                       price}
        .join(QStringLiteral(" · "));
}

void FirstReplyPage::showProblem(const Error& error)
{
    const QString figure = error.code != 0 ? tr("code %1").arg(error.code) : QString();
    m_problem->setContent(CheckRow::Mark::Failed, tr("No reply came"), error.message, figure);
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
    constexpr int mostLines = 9;
    const int line = m_reply->fontMetrics().lineSpacing();
    const QAbstractTextDocumentLayout* layout = m_reply->document()->documentLayout();
    qreal height = 0;
    for (QTextBlock block = m_reply->document()->begin(); block.isValid() && height < mostLines * line;
         block = block.next())
        height += layout->blockBoundingRect(block).height();
    m_reply->setFixedHeight(qBound(line, qCeil(height), mostLines * line) + 2 * m_reply->frameWidth() + 4);
}

} // namespace orangery
