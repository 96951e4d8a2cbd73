// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parameterset.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace orangery {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;

ParameterSet picture()
{
    return {ParameterSet::Transport::Json,
            {{.name = u"prompt"_s, .shortest = 1, .longest = 5, .isRequired = true},
             {.name = u"steps"_s, .type = Type::Integer, .minimum = 1, .maximum = 8, .standard = qint64(4)},
             {.name = u"guidance"_s, .type = Type::Number, .minimum = 0.5},
             {.name = u"strength"_s, .type = Type::Number, .maximum = 1},
             {.name = u"seed"_s, .type = Type::Integer},
             {.name = u"weight"_s, .type = Type::Number},
             {.name = u"hd"_s, .type = Type::Boolean},
             {.name = u"style"_s,
              .type = Type::Choice,
              .choices = {u"Plain"_s, u"wild"_s},
              .standard = u"Plain"_s},
             {.name = u"mood"_s, .type = Type::Choice, .choices = {u"calm"_s}},
             {.name = u"image"_s, .type = Type::Bytes},
             {.name = u"image_b64"_s, .type = Type::Base64},
             {.name = u"part"_s, .type = Type::File},
             {.name = u"words"_s, .type = Type::List, .shortest = 1, .longest = 2},
             {.name = u"senses"_s, .type = Type::List, .choices = {u"text"_s, u"audio"_s}},
             {.name = u"tools"_s, .type = Type::Structure}}};
}

/// The sentence of the refusal; empty where the value is taken.
QString refusal(const QString& name, const QVariant& value)
{
    QVariantMap values{{u"prompt"_s, u"x"_s}};
    values.insert(name, value);
    const Result<void> checked = picture().check(values);
    if (checked)
        return {};
    EXPECT_EQ(checked.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(checked.error().message.contains(u"“"_s + name + u"”"_s))
        << qPrintable(checked.error().message);
    return checked.error().message;
}

bool isTaken(const char* name, const QVariant& value)
{
    return refusal(QString::fromLatin1(name), value).isEmpty();
}

TEST(ParameterSet, SaysWhatItHas)
{
    const ParameterSet set = picture();
    EXPECT_FALSE(set.isEmpty());
    EXPECT_TRUE(set.has(u"steps"));
    EXPECT_TRUE(set.takes(u"steps"));
    EXPECT_FALSE(set.has(u"num_steps"));
    EXPECT_FALSE(set.takes(u"num_steps"));
    EXPECT_EQ(set.find(u"steps")->standard, QVariant(qint64(4)));
    EXPECT_EQ(set.find(u"STEPS"), nullptr);
}

TEST(ParameterSet, OfNothingKnownEverythingMayBeSent)
{
    const ParameterSet nothing;
    EXPECT_TRUE(nothing.takes(u"anything"));
    EXPECT_FALSE(nothing.has(u"anything"));
    EXPECT_TRUE(nothing.check({{u"anything"_s, std::nan("")}}));
    EXPECT_EQ(nothing.nearest(u"anything", 99), QVariant(99));
}

TEST(ParameterSet, TakesNumbersInTheirRange)
{
    for (const QVariant& value : {QVariant(1), QVariant(8u), QVariant(qint64(3)), QVariant(4.0)})
        EXPECT_TRUE(isTaken("steps", value)) << qPrintable(value.toString());
    for (const QVariant& value :
         {QVariant(0), QVariant(9), QVariant(4.5), QVariant(std::nan("")), QVariant(u"4"_s), QVariant(true),
          QVariant(std::numeric_limits<double>::infinity()), QVariant(), QVariant(QVariantList{4})})
        EXPECT_FALSE(isTaken("steps", value)) << qPrintable(value.toString());
    EXPECT_TRUE(isTaken("guidance", 0.5));
    EXPECT_TRUE(isTaken("guidance", 1'000'000));
    EXPECT_FALSE(isTaken("guidance", 0.49));
    EXPECT_TRUE(isTaken("strength", -3));
    EXPECT_FALSE(isTaken("strength", 1.01));
    EXPECT_TRUE(isTaken("seed", qint64(9'999'999'999)));
    EXPECT_FALSE(isTaken("seed", 0.5));
    EXPECT_FALSE(isTaken("weight", std::nan("")));
}

TEST(ParameterSet, CountsCharactersAsJsonSchemaDoes)
{
    EXPECT_TRUE(isTaken("prompt", u"12345"_s));
    EXPECT_TRUE(isTaken("prompt", u"🍊🍊🍊🍊🍊"_s)) << "five, though ten QChars";
    EXPECT_FALSE(isTaken("prompt", u"123456"_s));
    EXPECT_FALSE(isTaken("prompt", QString()));
    EXPECT_FALSE(isTaken("prompt", 7));
    EXPECT_TRUE(isTaken("prompt", QByteArray("a file goes as a data URI")));
}

TEST(ParameterSet, TakesTheOtherTypes)
{
    EXPECT_TRUE(isTaken("hd", false));
    EXPECT_FALSE(isTaken("hd", 1));
    EXPECT_FALSE(isTaken("hd", u"true"_s));
    EXPECT_TRUE(isTaken("style", u"wild"_s));
    EXPECT_FALSE(isTaken("style", u"Wild"_s));
    EXPECT_FALSE(isTaken("style", 1));
    EXPECT_TRUE(isTaken("image", QByteArray("\x00\x01", 2)));
    EXPECT_TRUE(isTaken("image", QVariantList{0, 255}));
    EXPECT_FALSE(isTaken("image", QByteArray()));
    EXPECT_FALSE(isTaken("image", u"AAE="_s));
    EXPECT_TRUE(isTaken("image_b64", QByteArray("x")));
    EXPECT_TRUE(isTaken("image_b64", u"AAE="_s));
    EXPECT_FALSE(isTaken("image_b64", QString()));
    EXPECT_TRUE(isTaken("part", QByteArray("x")));
    EXPECT_FALSE(isTaken("part", u"x"_s));
    EXPECT_TRUE(isTaken("words", QStringList{u"a"_s, u"b"_s}));
    EXPECT_TRUE(isTaken("words", QVariantList{u"a"_s}));
    EXPECT_FALSE(isTaken("words", QStringList()));
    EXPECT_FALSE(isTaken("words", (QStringList{u"a"_s, u"b"_s, u"c"_s})));
    EXPECT_FALSE(isTaken("words", QVariantList{1}));
    EXPECT_FALSE(isTaken("words", u"a"_s));
    EXPECT_TRUE(isTaken("senses", QStringList{u"audio"_s}));
    EXPECT_FALSE(isTaken("senses", QStringList{u"smell"_s}));
    EXPECT_TRUE(isTaken("tools", QVariantMap()));
    EXPECT_TRUE(isTaken("tools", u"auto"_s));
    EXPECT_FALSE(isTaken("tools", QVariant()));
}

TEST(ParameterSet, RefusesAnUnknownNameAndAMissingValue)
{
    EXPECT_FALSE(isTaken("num_steps", 4));
    const Result<void> missing = picture().check({{u"steps"_s, 4}});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(missing.error().message.contains(u"“prompt”"_s)) << qPrintable(missing.error().message);
    EXPECT_TRUE(picture().check({{u"prompt"_s, u"x"_s}}));
}

TEST(ParameterSet, NamesTheRangeInTheSentence)
{
    const auto says = [](const QString& name, const QVariant& value, const QStringList& parts) {
        const QString sentence = refusal(name, value);
        for (const QString& part : parts)
            EXPECT_TRUE(sentence.contains(part)) << qPrintable(sentence);
    };
    says(u"steps"_s, 9, {u"whole number"_s, u"from 1 to 8"_s});
    says(u"guidance"_s, 0, {u"0.5 or more"_s});
    says(u"strength"_s, 2, {u"1 or less"_s});
    says(u"seed"_s, 0.5, {u"whole number"_s});
    says(u"weight"_s, u"x"_s, {u"a number"_s});
    says(u"prompt"_s, u"123456"_s, {u"1 to 5 characters"_s});
    says(u"style"_s, u"mad"_s, {u"Plain, wild"_s});
    says(u"hd"_s, 1, {u"on or off"_s});
    says(u"words"_s, QStringList(), {u"1 to 2 texts"_s});
    says(u"senses"_s, QStringList{u"smell"_s}, {u"text, audio"_s});
    says(u"image"_s, QByteArray(), {u"file"_s});
}

TEST(ParameterSet, TheNearestValueIsOneThatItTakes)
{
    const ParameterSet set = picture();
    EXPECT_EQ(set.nearest(u"steps", 99), QVariant(qint64(8)));
    EXPECT_EQ(set.nearest(u"steps", -1), QVariant(qint64(1)));
    EXPECT_EQ(set.nearest(u"steps", 4.6), QVariant(qint64(5)));
    EXPECT_EQ(set.nearest(u"steps", std::nan("")), QVariant(qint64(4))) << "the default";
    EXPECT_EQ(set.nearest(u"steps", u"7"_s), QVariant(qint64(7)));
    EXPECT_EQ(set.nearest(u"steps", u"many"_s), QVariant(qint64(4)));
    EXPECT_EQ(set.nearest(u"steps", std::numeric_limits<double>::infinity()), QVariant(qint64(8)));
    EXPECT_EQ(set.nearest(u"guidance", 0.1), QVariant(0.5));
    EXPECT_EQ(set.nearest(u"strength", 7), QVariant(1.0));
    EXPECT_EQ(set.nearest(u"weight", std::nan("")), QVariant()) << "nothing to fall back on";
    EXPECT_EQ(set.nearest(u"seed", 1e300), QVariant(qint64(9'007'199'254'740'992)));
    EXPECT_EQ(set.nearest(u"style", u" WILD "_s), QVariant(u"wild"_s));
    EXPECT_EQ(set.nearest(u"style", u"mad"_s), QVariant(u"Plain"_s));
    EXPECT_EQ(set.nearest(u"mood", u"mad"_s), QVariant());
    EXPECT_EQ(set.nearest(u"hd", 1), QVariant(true));
    EXPECT_EQ(set.nearest(u"prompt", u"🍊🍊🍊🍊🍊🍊"_s), QVariant(u"🍊🍊🍊🍊🍊"_s));
    EXPECT_EQ(set.nearest(u"words", (QStringList{u"a"_s, u"b"_s, u"c"_s})),
              QVariant(QStringList{u"a"_s, u"b"_s}));
    EXPECT_EQ(set.nearest(u"words", u"a"_s), QVariant(QStringList{u"a"_s}));
    EXPECT_EQ(set.nearest(u"senses", (QStringList{u"smell"_s, u"audio"_s})),
              QVariant(QStringList{u"audio"_s}));
    EXPECT_EQ(set.nearest(u"unheard", 3), QVariant(3));
}

TEST(ParameterSet, BoundsThatCannotBeAreNoTrouble)
{
    const ParameterSet set(ParameterSet::Transport::Json,
                           {{.name = u"turned"_s, .type = Type::Number, .minimum = 5, .maximum = 1},
                            {.name = u"turnedWhole"_s, .type = Type::Integer, .minimum = 5, .maximum = 1},
                            {.name = u"far"_s, .type = Type::Integer, .minimum = 1e300},
                            {.name = u"farBelow"_s, .type = Type::Integer, .maximum = -1e300}});
    EXPECT_EQ(set.nearest(u"turned", 3), QVariant(1.0));
    EXPECT_EQ(set.nearest(u"turnedWhole", 3), QVariant(qint64(1)));
    EXPECT_EQ(set.nearest(u"far", 3), QVariant(qint64(9'007'199'254'740'992)));
    EXPECT_EQ(set.nearest(u"farBelow", 3), QVariant(qint64(-9'007'199'254'740'992)));
}

TEST(ParameterSet, LeavesAValueThatIsTakenAsItIs)
{
    const ParameterSet set = picture();
    EXPECT_EQ(set.nearest(u"weight", 4).typeId(), QMetaType::Int) << "4 is not to become 4.0";
    EXPECT_EQ(set.nearest(u"prompt", u"abc"_s), QVariant(u"abc"_s));
    EXPECT_EQ(set.nearest(u"tools", QVariantMap{{u"a"_s, 1}}), QVariant(QVariantMap{{u"a"_s, 1}}));
}

} // namespace
} // namespace orangery
