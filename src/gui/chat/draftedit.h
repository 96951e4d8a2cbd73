// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace orangery {

/// The field in which a message is written. Grows with its text from 2 to 10 lines. Enter sends (or
/// Ctrl+Enter, by choice), but never while an input method is composing.
class DraftEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DraftEdit(QWidget* parent = nullptr);

    void setEnterSending(bool isSending) { m_isEnterSending = isSending; }
    void setFewestLines(int lines);
    /// An input method has begun a word that is not in the text yet.
    bool isComposing() const { return m_isComposing; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void sendRequested();
    void upPressed(); ///< in the empty field
    /// Pasted or dropped, and too long to stand in the field: it was not inserted.
    void longTextPasted(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static constexpr int mostLines = 10;

    void fit();

    int m_fewestLines = 2;
    int m_lines = 2;
    bool m_isEnterSending = true;
    bool m_isComposing = false;
};

} // namespace orangery
