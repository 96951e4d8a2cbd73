// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::test {

/// Gives this process a view of the file systems of its own, as root or as anybody, so that it can fill a
/// disk or make one read-only for real, and nobody else sees it. Before any thread is started. Empty, or why
/// it cannot: some containers and a chroot do not allow it.
QString enterOwnMounts();

bool mountSmallDisk(const QString& folder, int kibibytes);
bool setReadOnly(const QString& folder, bool isReadOnly);

} // namespace orangery::test
