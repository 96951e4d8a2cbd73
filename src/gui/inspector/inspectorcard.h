// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"
#include "service/inspectedcall.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace orangery {

class ElidedLabel;

/// One request in full: its figures, what was sent, what came, and what can be done with it. A view.
class InspectorCard : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorCard(Look look, QWidget* parent = nullptr);

    void showCall(const InspectedCall& call, const InspectedTexts& texts);
    void clear();
    /// What became of the last thing that was asked for.
    void showNote(const QString& note);
    QWidget& replayButton() const;

signals:
    void replayRequested();

private:
    QWidget* makeButtons();
    QPlainTextEdit* addText(const char* name, const QString& title);
    QString figuresOf(const InspectedCall& call) const;
    void copyCurl();
    void saveReply();

    Look m_look;
    std::optional<InspectedCall> m_call;
    InspectedTexts m_texts;
    ElidedLabel* m_title;
    QLabel* m_figures;
    QLabel* m_note;
    QPushButton* m_curlButton = nullptr;
    QPushButton* m_bodyButton = nullptr;
    QPushButton* m_replayButton = nullptr;
    QPushButton* m_saveButton = nullptr;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QPlainTextEdit* m_reply = nullptr;
    QPlainTextEdit* m_request = nullptr;
    QPlainTextEdit* m_curl = nullptr;
};

} // namespace orangery
