// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/error.h"
#include "gui/style/look.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace orangery {

/// The last line of the picker: how old the catalog is, Refresh, and the keys.
class PickerFooter : public QFrame
{
    Q_OBJECT

public:
    explicit PickerFooter(Look look, QWidget* parent = nullptr);

    void showCatalog(const Catalog& catalog);
    void showRefreshing();
    void showError(const Error& error);

    /// “Catalogue of 23 Nov, 14:02”; “Catalogue of 23 Nov 2026, built in”.
    static QString dateText(const Catalog& catalog);

signals:
    void refreshRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QLabel* m_status;
    QPushButton* m_refresh;
};

} // namespace orangery
