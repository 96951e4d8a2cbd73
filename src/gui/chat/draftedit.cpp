// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/draftedit.h"

#include "gui/chat/pastedchip.h"

#include <QAbstractTextDocumentLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>

namespace orangery {

DraftEdit::DraftEdit(QWidget* parent) : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &DraftEdit::fit);
}

void DraftEdit::setFewestLines(int lines)
{
    m_fewestLines = lines;
    fit();
}

QSize DraftEdit::sizeHint() const
{
    const int line = fontMetrics().lineSpacing();
    return {QPlainTextEdit::sizeHint().width(),
            m_lines * line + qRound(2 * document()->documentMargin()) + 2};
}

void DraftEdit::fit()
{
    // the plain layout measures its height in lines
    const int lines = qBound(m_fewestLines, qRound(document()->size().height()), mostLines);
    if (lines == m_lines)
        return;
    m_lines = lines;
    updateGeometry();
}

void DraftEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_isComposing) {
        QPlainTextEdit::keyPressEvent(event);
        return event->accept(); // what ends a composition must not stop a reply
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // it stops a reply or closes an overlay
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && document()->isEmpty())
        return emit upPressed();
    if (!isEnter)
        return QPlainTextEdit::keyPressEvent(event);
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isSending = m_isEnterSending ? modifiers == Qt::NoModifier || modifiers == Qt::ControlModifier
                                            : modifiers == Qt::ControlModifier;
    if (isSending)
        emit sendRequested();
    else
        insertPlainText(QStringLiteral("\n"));
    ensureCursorVisible();
}

void DraftEdit::insertFromMimeData(const QMimeData* source)
{
    const QString text = source->text();
    if (text.size() > PastedChip::longText)
        emit longTextPasted(text);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void DraftEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

void DraftEdit::focusOutEvent(QFocusEvent* event)
{
    m_isComposing = false;
    QPlainTextEdit::focusOutEvent(event);
}

void DraftEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
        updateGeometry();
    }
}

} // namespace orangery
