// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QLineEdit>

class QAction;

namespace orangery {

/// A line edit to search or filter with: magnifier at the start, a cross that clears at the end. Esc clears;
/// when it is empty already, Esc goes on to the surroundings. Set the property `compact` for the 28 px form.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `placeholder` is its accessible name too.
    SearchField(Look look, const QString& placeholder, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QAction* m_clearAction;
};

} // namespace orangery
