// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace orangery {

class IconLabel;

/// One look, 52 high (44 without a second line): icon, name, what it means, a figure. A cure can be opened
/// below it.
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { Waiting, Running, Passed, Warning, Failed, Skipped, Kept };

    explicit CheckRow(Look look, QWidget* parent = nullptr);

    Mark mark() const { return m_mark; }
    void setContent(Mark mark, const QString& name, const QString& meaning, const QString& figure);

    /// What to do, shown below the row at once or behind the button `openText` when that is given.
    void setCure(const QString& text, const QString& openText = {});
    /// A button inside the open cure; owned by the row, gone with the next setCure().
    QPushButton* addCureButton(const QString& text);
    bool isCureOpen() const;

private:
    Look m_look;
    Mark m_mark = Mark::Waiting;
    QWidget* m_head = nullptr;
    IconLabel* m_icon;
    QLabel* m_name;
    QLabel* m_meaning;
    QLabel* m_figure;
    QPushButton* m_open;
    QWidget* m_cure;
    QLabel* m_cureText;
    QHBoxLayout* m_cureButtons;
};

} // namespace orangery
