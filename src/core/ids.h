// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace orangery {

/// An id for a new row: milliseconds since 1970 above 20 random bits, growing within a process and unique
/// across processes for all practical purposes, so that rows get their id without asking the database.
/// Thread-safe.
qint64 newId();

} // namespace orangery
