// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"

#include <QByteArray>

namespace orangery {

/// The catalog as readCatalogFile() takes it, format 1, with what is known of the models' parameters. For the
/// copy of the live catalog on disk.
QByteArray writeCatalogFile(const Catalog& catalog);

} // namespace orangery
