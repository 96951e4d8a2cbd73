// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace orangery::test {

/// Every part of the style and every common widget on one window, to look at.
class Kit : public QWidget
{
    Q_OBJECT

public:
    explicit Kit(Look look);

    QWidget* focusButton() const { return m_focusButton; }

private:
    QVBoxLayout* card(QGridLayout& grid, const QString& title, int row, int column, int rowSpan = 1,
                      int columnSpan = 1);
    void addHeader(QVBoxLayout& column);
    void addButtons(QVBoxLayout& column);
    void addFields(QVBoxLayout& column);
    void addPills(QVBoxLayout& column);
    void addType(QVBoxLayout& column);
    void addToasts(QVBoxLayout& column);
    void addBanners(QVBoxLayout& column);
    void addViews(QVBoxLayout& column);
    void addColors(QVBoxLayout& column);
    void addIcons(QVBoxLayout& column);

    Look m_look;
    QWidget* m_focusButton = nullptr;
};

} // namespace orangery::test
