// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector/inspectorcard.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/numbers.h"
#include "gui/common/savefile.h"
#include "gui/inspector/inspectormodel.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace orangery {

namespace {

QString sourceOf(BookedBy bookedBy)
{
    switch (bookedBy) {
    case BookedBy::Header:
    case BookedBy::Usage:
        return InspectorCard::tr("reported");
    case BookedBy::Price:
        return InspectorCard::tr("by the price table");
    case BookedBy::Estimate:
        return InspectorCard::tr("estimated");
    case BookedBy::Cache:
    case BookedBy::Nothing:
        break;
    }
    return {};
}

} // namespace

InspectorCard::InspectorCard(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_title(new ElidedLabel({}, this)),
      m_figures(new QLabel(this)),
      m_note(new QLabel(this)),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this))
{
    m_title->setObjectName(QStringLiteral("requestTitle"));
    m_title->setElideMode(Qt::ElideMiddle);
    bindText(*m_title, look.theme, TextRole::Heading);
    m_figures->setObjectName(QStringLiteral("requestFigures"));
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_figures->setWordWrap(true);
    bindText(*m_figures, look.theme, TextRole::Meta, Token::Text2);
    m_note->setObjectName(QStringLiteral("requestNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    bindText(*m_note, look.theme, TextRole::Meta, Token::Text);
    m_tabs->setObjectName(QStringLiteral("requestTabs"));
    m_tabs->setAccessibleName(tr("Parts of the request"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_reply = addText("replyText", tr("Reply"));
    m_request = addText("sentText", tr("Request"));
    m_curl = addText("curlText", tr("curl"));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_figures);
    column->addWidget(makeButtons());
    column->addWidget(m_note);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    clear();
}

QWidget* InspectorCard::makeButtons()
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    const auto add = [&](const char* name, const QString& icon, const QString& text) {
        auto* button = new QPushButton(m_look.icons.icon(icon), text, row);
        button->setObjectName(QString::fromLatin1(name));
        button->setProperty(property::compact, true);
        button->setAutoDefault(false);
        line->addWidget(button);
        return button;
    };
    m_curlButton = add("copyCurlButton", QStringLiteral("copy"), tr("Copy as curl"));
    m_bodyButton = add("saveBodyButton", QStringLiteral("download"), tr("Save its body…"));
    m_bodyButton->setToolTip(tr("The command reads the body from a file named request-body."));
    m_replayButton = add("replayButton", QStringLiteral("retry"), tr("Try another model"));
    m_replayButton->setProperty(property::opens, true);
    m_saveButton = add("saveReplyButton", QStringLiteral("download"), tr("Save reply…"));
    line->addStretch();
    connect(m_curlButton, &QPushButton::clicked, this, &InspectorCard::copyCurl);
    connect(m_bodyButton, &QPushButton::clicked, this, [this] {
        askAndSaveFile(this, tr("Save the request's body"), QStringLiteral("request-body"), m_texts.curlBody,
                       [this](const QString& problem) {
                           showNote(problem.isEmpty() ? tr("The body is saved.")
                                                      : tr("The body was not saved: %1").arg(problem));
                       });
    });
    connect(m_replayButton, &QPushButton::clicked, this, &InspectorCard::replayRequested);
    connect(m_saveButton, &QPushButton::clicked, this, &InspectorCard::saveReply);
    return row;
}

QPlainTextEdit* InspectorCard::addText(const char* name, const QString& title)
{
    auto* edit = new QPlainTextEdit(m_pages);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(title);
    edit->setReadOnly(true);
    edit->setUndoRedoEnabled(false);
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    bindText(*edit, m_look.theme, TextRole::Code);
    m_tabs->addTab(title);
    m_pages->addWidget(edit);
    return edit;
}

QWidget& InspectorCard::replayButton() const
{
    return *m_replayButton;
}

QString InspectorCard::figuresOf(const InspectedCall& call) const
{
    const QLocale locale;
    QStringList figures;
    if (!call.task.isEmpty())
        figures += call.task;
    figures += InspectorModel::statusOf(call);
    if (call.hasEnded)
        figures += InspectorModel::spanOf(call.duration);
    if (call.firstByte.count() > 0)
        figures += tr("first byte after %1").arg(InspectorModel::spanOf(call.firstByte));
    figures += tr("%1 sent").arg(locale.formattedDataSize(call.requestBytes));
    figures += tr("%1 received").arg(locale.formattedDataSize(call.replyBytes));
    if (call.isHttp2)
        figures += QStringLiteral("HTTP/2");
    if (call.neurons) {
        const QString source = sourceOf(call.bookedBy);
        const QString cost = Numbers::booked(*call.neurons);
        figures += source.isEmpty() ? cost : tr("%1 (%2)", "neurons, who says so").arg(cost, source);
    }
    if (!call.rayId.isEmpty())
        figures += tr("cf-ray %1").arg(Numbers::held(call.rayId));
    QString text = figures.join(QStringLiteral(" · "));
    if (call.error)
        text += QLatin1Char('\n') + call.error->message;
    return text;
}

void InspectorCard::showCall(const InspectedCall& call, const InspectedTexts& texts)
{
    const bool isOther = !m_call || m_call->id != call.id;
    // only what is new is laid out anew: the place where somebody reads stays
    const auto show = [isOther](QPlainTextEdit& edit, const QString& before, const QString& now) {
        if (isOther || before != now)
            edit.setPlainText(now);
    };
    show(*m_reply, m_texts.reply, texts.reply);
    show(*m_request, m_texts.request, texts.request);
    show(*m_curl, m_texts.curl, texts.curl);
    m_call = call;
    m_texts = texts;
    m_title->setText(call.method + QLatin1Char(' ') +
                     (call.model.isEmpty() ? call.url.toString() : call.model));
    m_figures->setText(figuresOf(call));
    if (call.isDropped)
        showNote(tr("Its texts were given up to bound the memory."));
    else if (isOther)
        showNote({});
    m_curlButton->setEnabled(!texts.curl.isEmpty());
    m_bodyButton->setVisible(!texts.curlBody.isEmpty());
    m_replayButton->setEnabled(call.canReplay);
    m_replayButton->setToolTip(call.canReplay ? tr("Asks another model the same; it costs what it costs.")
                               : call.task.isEmpty() ? tr("Only calls to a model can be tried with another.")
                                                     : QString());
    m_saveButton->setEnabled(!texts.replyBody.isEmpty());
    setEnabled(true);
}

void InspectorCard::clear()
{
    m_call.reset();
    m_texts = {};
    m_title->setText({});
    m_figures->setText(tr("Choose a request."));
    showNote({});
    m_bodyButton->hide();
    for (QPlainTextEdit* edit : {m_reply, m_request, m_curl})
        edit->clear();
    setEnabled(false);
}

void InspectorCard::showNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (note.isEmpty())
        return;
    QAccessibleEvent alert(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InspectorCard::copyCurl()
{
    QGuiApplication::clipboard()->setText(m_texts.curl);
    if (m_texts.isCurlBodyLost)
        showNote(
            tr("Copied, but the body has to come from you: it was too large to be kept. The command reads it "
               "from the file request-body, and the token from the variable CLOUDFLARE_API_TOKEN."));
    else if (m_texts.curlBody.isEmpty())
        showNote(tr("Copied. The command takes the token from the variable CLOUDFLARE_API_TOKEN."));
    else
        showNote(tr("Copied. The command takes the token from the variable CLOUDFLARE_API_TOKEN and the "
                    "body from the file request-body; save it first."));
}

void InspectorCard::saveReply()
{
    const bool isCut = m_texts.isReplyBodyCut;
    askAndSaveFile(this, tr("Save reply"), QStringLiteral("reply"), m_texts.replyBody,
                   [this, isCut](const QString& problem) {
                       if (!problem.isEmpty())
                           showNote(tr("The reply was not saved: %1").arg(problem));
                       else
                           showNote(isCut ? tr("The kept beginning of the reply is saved.")
                                          : tr("The reply is saved."));
                   });
}

} // namespace orangery
