// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QFrame>

class QPlainTextEdit;

namespace orangery {

/// The raw answer behind a banner: to read, select and copy. A popup that deletes itself when closed.
class DetailsPopup : public QFrame
{
    Q_OBJECT

public:
    DetailsPopup(Look look, const QString& title, const QString& details, QWidget* parent);

    /// Opens under `anchor`, its end edge on the anchor's, inside the screen.
    void showBelow(const QWidget& anchor);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void copy();

    Look m_look;
    QPlainTextEdit* m_detailsEdit;
};

} // namespace orangery
