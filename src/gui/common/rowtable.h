// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace orangery {

class Theme;

/// Makes of `table` a list of rows that are chosen whole, one at a time: no grid, nothing to edit, columns of
/// fixed width but the `stretched` one. Its model is set already.
void dressRows(QTableView& table, int stretched);
/// Gives rows and head their heights, and the head its font. To be called again when the theme changes.
void sizeRows(QTableView& table, const Theme& theme, int rowHeight);

} // namespace orangery
