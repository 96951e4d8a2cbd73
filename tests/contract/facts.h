// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <gtest/gtest.h>

namespace orangery::test {

/// A model of the catalog with its published schema.
struct PublishedModel
{
    Model model;        ///< as the program knows it
    QJsonObject schema; ///< input, output, and rest_form or rest_binary
};

/// The folder of the published facts; empty where there is none.
QString factsFolder();

/// Every schema of the folder by the id of its model.
QMap<QString, QJsonObject> publishedSchemas();

/// The models that the facts call active and that have a schema.
QList<PublishedModel> activeModels();
/// The active ones that have none.
QStringList activeModelsWithoutSchema();

} // namespace orangery::test

/// Begins every test that reads the facts.
#define ORANGERY_NEED_FACTS()                                                                                \
    do {                                                                                                     \
        if (orangery::test::factsFolder().isEmpty()) {                                                       \
            if (!qEnvironmentVariableIsEmpty("CI"))                                                          \
                FAIL() << "CI is set, but ../shared/workers-ai/schemas is not beside the project";           \
            GTEST_SKIP() << "not checked: ../shared/workers-ai/schemas is not beside the project";           \
        }                                                                                                    \
    } while (false)
