// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace orangery {

/// One page of the settings: title, one sentence, then its content. What is changed applies at once.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    /// `icon` stands beside the title in the list of pages.
    SettingsPage(Look look, const QString& icon, const QString& title, const QString& sentence,
                 QWidget* parent = nullptr);

    QString title() const { return m_title; }
    QString iconName() const { return m_icon; }

    /// Whether reset() means something here.
    virtual bool canReset() const { return false; }
    /// Puts the page's preferences back to their defaults.
    virtual void reset() {}

    /// Whether `query` occurs in the title, the sentence or any label. An empty query is a hit everywhere.
    bool contains(const QString& query) const;
    /// Marks the labels in which `query` occurs; an empty query takes all marks away.
    void mark(const QString& query);

protected:
    Look look() const { return m_look; }
    QVBoxLayout* body() const { return m_body; }
    /// Puts a widget at the end of the title's line.
    void addTool(QWidget* tool);
    /// Labels of forms: 136 wide at least, end-aligned, in the colours of the theme.
    void dressForm(QWidget* form);
    /// A second line below a field.
    void dressNote(QLabel* note);
    /// Shows `text` as a note, or as an error with the field's red edge; hidden when empty.
    void showNote(QLabel* note, const QString& text, QWidget* invalidField = nullptr);

private:
    Look m_look;
    QString m_icon;
    QString m_title;
    QVBoxLayout* m_body;
    QHBoxLayout* m_head;
};

} // namespace orangery
