// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

Model chatModel(const QString& id)
{
    Model model;
    model.id = id;
    model.task = QStringLiteral("Text Generation");
    return model;
}

} // namespace

TEST(Catalog, FindsByIdAndNothingForAnUnknownOne)
{
    Catalog catalog;
    catalog.models = {chatModel(QStringLiteral("@cf/a/one")), chatModel(QStringLiteral("@cf/a/two"))};
    ASSERT_NE(catalog.find(QStringLiteral("@cf/a/two")), nullptr);
    EXPECT_EQ(catalog.find(QStringLiteral("@cf/a/two"))->name(), QStringLiteral("two"));
    EXPECT_EQ(catalog.find(QStringLiteral("@cf/a/three")), nullptr);
}

TEST(Catalog, OffersNeitherDecisionModelsNorEndedOnesForChat)
{
    Model decision = chatModel(QStringLiteral("@cf/cloudflare/clef"));
    decision.decisionModel = true;
    Model ended = chatModel(QStringLiteral("@cf/meta/old"));
    ended.deprecated = true;
    Model unlisted = chatModel(QStringLiteral("@cf/meta/unlisted"));
    unlisted.listed = false;
    Model picture = chatModel(QStringLiteral("@cf/a/picture"));
    picture.task = QStringLiteral("Text-to-Image");
    Catalog catalog;
    catalog.models = {decision, ended, unlisted, picture, chatModel(QStringLiteral("@cf/a/chat"))};
    ASSERT_EQ(catalog.chatModels().size(), 1);
    EXPECT_EQ(catalog.chatModels().first().maker(), QStringLiteral("a"));
}

TEST(Catalog, WhatHasEndedIsNoLongerOffered)
{
    Model ending = chatModel(QStringLiteral("@cf/a/ending"));
    ending.endsOn = QDate(2026, 12, 1);
    Catalog catalog;
    catalog.models = {ending, chatModel(QStringLiteral("@cf/a/staying"))};
    catalog.markEnded(QDate(2026, 12, 1));
    EXPECT_EQ(catalog.chatModels().size(), 2) << "its last day";
    catalog.markEnded(QDate(2026, 12, 2));
    EXPECT_EQ(catalog.chatModels().size(), 1);
    EXPECT_NE(catalog.find(QStringLiteral("@cf/a/ending")), nullptr) << "known all the same";
}

} // namespace orangery
