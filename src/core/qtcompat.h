// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// The only place that asks which Qt this is. Each macro names what a newer Qt can do.

/// QStyleHints::colorScheme() and its signal.
#define ORANGERY_QT_HAS_COLOR_SCHEME (QT_VERSION >= QT_VERSION_CHECK(6, 5, 0))
/// QPalette::Accent.
#define ORANGERY_QT_HAS_ACCENT_ROLE (QT_VERSION >= QT_VERSION_CHECK(6, 6, 0))
/// QAccessibleAnnouncementEvent.
#define ORANGERY_QT_HAS_ANNOUNCEMENTS (QT_VERSION >= QT_VERSION_CHECK(6, 8, 0))
/// QIconEngine::scaledPixmap() gets the size in device-independent pixels (before: in device pixels).
#define ORANGERY_QT_ICON_SIZE_IS_LOGICAL (QT_VERSION >= QT_VERSION_CHECK(6, 8, 0))
