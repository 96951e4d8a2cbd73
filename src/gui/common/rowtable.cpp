// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/rowtable.h"

#include "gui/style/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace orangery {

void dressRows(QTableView& table, int stretched)
{
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setSelectionBehavior(QTableView::SelectRows);
    table.setSelectionMode(QTableView::SingleSelection);
    table.setEditTriggers(QTableView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setVerticalScrollMode(QTableView::ScrollPerPixel);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = table.horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionsClickable(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

void sizeRows(QTableView& table, const Theme& theme, int rowHeight)
{
    table.verticalHeader()->setMinimumSectionSize(1);
    table.verticalHeader()->setDefaultSectionSize(theme.scaled(rowHeight));
    table.horizontalHeader()->setFixedHeight(theme.scaled(28));
    table.horizontalHeader()->setFont(theme.font(TextRole::Meta, QFont::DemiBold));
}

} // namespace orangery
