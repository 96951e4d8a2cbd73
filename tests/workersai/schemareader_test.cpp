// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/schemareader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;
using Transport = ParameterSet::Transport;

ParameterSet read(const QByteArray& json, const ParameterSet& known = {})
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    EXPECT_TRUE(document.isObject()) << json.constData();
    const Result<ParameterSet> parameters = schemareader::read(document.object(), known);
    EXPECT_TRUE(parameters) << json.constData();
    return parameters ? *parameters : ParameterSet();
}

/// A schema whose input has one member.
Parameter readMember(const QByteArray& member)
{
    const ParameterSet set = read(R"({"input":{"type":"object","properties":{"image_x":)" + member + "}}}");
    const Parameter* parameter = set.find(u"image_x");
    EXPECT_TRUE(parameter) << member.constData();
    return parameter ? *parameter : Parameter();
}

TEST(SchemaReader, Types)
{
    const std::initializer_list<std::pair<QByteArray, Type>> rows{
        {R"({"type":"string"})", Type::Text},
        {R"({"type":["string","null"]})", Type::Text},
        {R"({"type":"integer"})", Type::Integer},
        {R"({"type":["number","null"]})", Type::Number},
        {R"({"type":["integer","number"]})", Type::Number},
        {R"({"type":"boolean"})", Type::Boolean},
        {R"({"type":"boolean","const":true})", Type::Boolean},
        {R"({"type":"string","enum":["a","b",null]})", Type::Choice},
        {R"({"enum":["a"]})", Type::Choice},
        {R"({"const":"a"})", Type::Choice},
        {R"({"anyOf":[{"type":"string"},{"enum":["a"]}]})", Type::Text},
        {R"({"type":"string","format":"binary"})", Type::File},
        {R"({"type":"string","contentEncoding":"base64"})", Type::Base64},
        {R"({"type":"string","description":"Base64 of a file"})", Type::Base64},
        {R"({"type":"string","description":"an HTTPS URL or base64 data URI"})", Type::Text},
        {R"({"type":"array","items":{"type":"number"}})", Type::Bytes},
        {R"({"anyOf":[{"type":"array","items":{"type":"number"}},{"type":"string"}]})", Type::Base64},
        {R"({"anyOf":[{"type":"string"},{"type":"object","properties":{"body":{},"contentType":{}}}]})",
         Type::Base64},
        {R"({"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]})", Type::List},
        {R"({"type":"array","items":{"type":"object"}})", Type::Structure},
        {R"({"type":"array"})", Type::Structure},
        {R"({"type":"object","properties":{"a":{"type":"string"}}})", Type::Structure},
        {R"({})", Type::Structure},
        {R"(true)", Type::Structure},
        {R"(7)", Type::Structure},
    };
    for (const auto& [schema, type] : rows)
        EXPECT_EQ(readMember(schema).type, type) << schema.constData();
}

TEST(SchemaReader, NumbersThatAreNoFileAreAStructure)
{
    const ParameterSet set =
        read(R"({"input":{"properties":{"weights":{"type":"array","items":{"type":"number"}}}}})");
    EXPECT_EQ(set.find(u"weights")->type, Type::Structure);
}

TEST(SchemaReader, RangesLengthsChoicesAndDefaults)
{
    const Parameter steps = readMember(R"({"type":"integer","minimum":1,"maximum":50,"default":25})");
    EXPECT_EQ(steps.minimum, 1);
    EXPECT_EQ(steps.maximum, 50);
    EXPECT_EQ(steps.standard, QVariant(qint64(25)));
    const Parameter open = readMember(R"({"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":9})");
    EXPECT_EQ(open.minimum, 1);
    EXPECT_EQ(open.maximum, 8);
    const Parameter share = readMember(R"({"type":"number","exclusiveMinimum":0,"maximum":1,"default":1})");
    EXPECT_GT(share.minimum, 0);
    EXPECT_LT(share.minimum, 0.001);
    EXPECT_EQ(share.standard.typeId(), QMetaType::Double);
    const Parameter text = readMember(R"({"type":"string","minLength":1,"maxLength":2048,"default":"en"})");
    EXPECT_EQ(text.shortest, 1);
    EXPECT_EQ(text.longest, 2048);
    EXPECT_EQ(text.standard, QVariant(u"en"_s));
    EXPECT_FALSE(readMember(R"({"type":"string","default":"a whole sentence"})").standard.isValid());
    const Parameter list = readMember(
        R"({"anyOf":[{"type":"string","maxLength":5},{"type":"array","items":{"type":"string"},"maxItems":32}]})");
    EXPECT_EQ(list.longest, 32) << "items, not characters";
    EXPECT_TRUE(list.choices.isEmpty());
    EXPECT_EQ(readMember(R"({"type":"array","items":{"type":"string","enum":["a","b"]}})").choices,
              (QStringList{u"a"_s, u"b"_s}));
    const Parameter choice =
        readMember(R"({"type":["string","null"],"enum":["low","high",null],"default":"low"})");
    EXPECT_EQ(choice.choices, (QStringList{u"low"_s, u"high"_s}));
    EXPECT_EQ(choice.standard, QVariant(u"low"_s));
    EXPECT_FALSE(readMember(R"({"enum":["a"],"default":"b"})").standard.isValid());
    EXPECT_EQ(readMember(R"({"type":"boolean","default":false})").standard, QVariant(false));
    for (const QByteArray bad : {R"({"type":"integer","default":1.5,"minimum":"1"})",
                                 R"({"type":"integer","default":"1","minimum":null})"}) {
        EXPECT_FALSE(readMember(bad).standard.isValid());
        EXPECT_FALSE(readMember(bad).minimum);
    }
}

TEST(SchemaReader, VariantsAddUpAndOnlyWhatAllNeedIsRequired)
{
    const ParameterSet set = read(R"({"input":{"anyOf":[
        {"type":"object","required":["prompt","seed"],"properties":{"prompt":{"type":"string"},
            "seed":{"type":"integer","minimum":1,"maximum":10},"raw":{"type":"boolean"}}},
        {"type":"object","required":["messages","seed"],"properties":{"messages":{"type":"array"},
            "seed":{"type":"integer","minimum":0}}},
        {"type":"object","properties":{"requests":{"type":"array"}}}]}})");
    EXPECT_EQ(set.parameters().size(), 4);
    EXPECT_FALSE(set.has(u"requests")) << "a batch is not a parameter";
    EXPECT_FALSE(set.find(u"prompt")->isRequired);
    EXPECT_FALSE(set.find(u"messages")->isRequired);
    EXPECT_TRUE(set.find(u"seed")->isRequired);
    EXPECT_EQ(set.find(u"seed")->minimum, 0);
    EXPECT_FALSE(set.find(u"seed")->maximum) << "one variant has no limit";
}

TEST(SchemaReader, WhatIsForbiddenIsNoParameter)
{
    const ParameterSet set = read(R"({"input":{"anyOf":[
        {"properties":{"messages":{"not":{}},"input":{"type":"string"},"include":{"type":"string"}}},
        {"required":["messages"],"properties":{"messages":{"type":"array"},"input":{"not":{}},
            "no":false,"none":{"type":"null"}}}]}})");
    ASSERT_EQ(set.parameters().size(), 1);
    EXPECT_TRUE(set.has(u"messages"));
    EXPECT_TRUE(set.find(u"messages")->isRequired);
}

TEST(SchemaReader, ReferencesAndAllOf)
{
    const ParameterSet set = read(R"({"input":{"$ref":"#/$defs/in~1put","$defs":{
        "in/put":{"allOf":[{"$ref":"#/definitions/base"},
            {"properties":{"b":{"$ref":"#/$defs/number","maximum":5}},"required":["b"]}]},
        "number":{"type":"number","minimum":2}},
        "definitions":{"base":{"type":"object","properties":{"a":{"type":"boolean"}},"required":["a"]}}}})");
    ASSERT_EQ(set.parameters().size(), 2);
    EXPECT_EQ(set.find(u"a")->type, Type::Boolean);
    EXPECT_TRUE(set.find(u"a")->isRequired);
    EXPECT_EQ(set.find(u"b")->minimum, 2);
    EXPECT_EQ(set.find(u"b")->maximum, 5);
}

TEST(SchemaReader, Transports)
{
    const QByteArray audio = R"({"type":"object","required":["audio"],"properties":{"audio":%1}})";
    const QByteArray stream = R"({"type":"object","properties":{"body":{},"contentType":{}}})";
    const QByteArray bytes = R"({"type":"array","items":{"type":"number"}})";
    const auto with = [&](const QByteArray& schema) { return QByteArray(audio).replace("%1", schema); };
    EXPECT_EQ(read(R"({"input":)" + with(bytes) + "}").transport(), Transport::Json);
    EXPECT_EQ(
        read(R"({"input":)" + with(bytes) + R"(,"rest_binary":{"contentType":"application/octet-stream"}})")
            .transport(),
        Transport::RawAudio);
    EXPECT_EQ(
        read(R"({"input":{"oneOf":[{"type":"string","format":"binary"},)" + with(bytes) + "]}}").transport(),
        Transport::RawAudio);
    EXPECT_EQ(read(R"({"input":)" + with(stream) + "}").transport(), Transport::RawQuery);
    EXPECT_EQ(read(R"({"input":)" + with(stream) + R"(,"rest_binary":{"options":"as query parameters"}})")
                  .transport(),
              Transport::RawQuery);
    const ParameterSet turbo =
        read(R"({"input":)" + with(R"({"anyOf":[{"type":"string"},)" + stream + "]}") + "}");
    EXPECT_EQ(turbo.transport(), Transport::Json);
    EXPECT_EQ(turbo.find(u"audio")->type, Type::Base64);
    EXPECT_EQ(read(R"({"input":{"properties":{"a":{}}},"output":{"description":"WebSocket messages"}})")
                  .transport(),
              Transport::WebSocket);
    const ParameterSet form =
        read(R"({"input":{"properties":{"multipart":)" + stream +
             R"(}},"rest_form":{"required":["prompt"],"properties":{)"
             R"("prompt":{"type":"string"},"p":{"type":"string","format":"binary"}}}})");
    EXPECT_EQ(form.transport(), Transport::Form);
    EXPECT_EQ(form.parameters().size(), 2);
    EXPECT_EQ(form.find(u"p")->type, Type::File);
    EXPECT_EQ(read(R"({"input":{"oneOf":[{"type":"string"},{"properties":{"prompt":{"type":"string"}}}]}})")
                  .transport(),
              Transport::Json)
        << "a bare text is no file where the model takes none";
}

TEST(SchemaReader, WhatIsKnownStandsInForWhatALiveSchemaDoesNotTell)
{
    const QByteArray multipart =
        R"({"input":{"required":["multipart"],"properties":{"multipart":{"type":"object",)"
        R"("properties":{"body":{},"contentType":{}}}}}})";
    const ParameterSet flux(Transport::Form, {{.name = u"prompt"_s}});
    EXPECT_EQ(read(multipart, flux), flux);
    EXPECT_EQ(read(multipart), ParameterSet(Transport::Form, {})) << "nothing is known of its fields";

    const QByteArray resnet =
        R"({"input":{"properties":{"image":{"type":"array","items":{"type":"number"}}}}})";
    const ParameterSet known(Transport::RawAudio, {{.name = u"image"_s}, {.name = u"old"_s}});
    const ParameterSet live = read(resnet, known);
    EXPECT_EQ(live.transport(), Transport::RawAudio);
    EXPECT_EQ(live.find(u"image")->type, Type::Bytes) << "the parameters are the live ones";
    EXPECT_FALSE(live.has(u"old"));
}

TEST(SchemaReader, RefusesWhatIsNoSchema)
{
    for (const QByteArray json :
         {"{}", R"({"input":null})", R"({"input":7})", R"({"input":[]})", R"({"input":{}})",
          R"({"input":{"type":"object"}})", R"({"input":{"properties":[]}})", R"({"input":{"anyOf":[]}})",
          R"({"input":{"anyOf":[1,null,"x",[],{}]}})", R"({"input":{"$ref":"#"}})",
          R"({"input":{"$ref":"#/nowhere"}})", R"({"input":{"$ref":"https://example.invalid/x"}})",
          R"({"input":{"allOf":[false,{"properties":{"a":{}}}]}})",
          R"({"output":{"properties":{"a":{}}}})"}) {
        const auto parameters = schemareader::read(QJsonDocument::fromJson(json).object());
        ASSERT_FALSE(parameters) << json.constData();
        EXPECT_EQ(parameters.error().kind, ErrorKind::InvalidAnswer);
    }
}

TEST(SchemaReader, EndsWhateverTheSchemaSays)
{
    // towers and circles of alternatives: each level doubles what is below it
    const QByteArray circle =
        R"({"input":{"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}]}},
        "properties":{"x":{"$ref":"#/$defs/a"},"y":{"type":"string"}}}})";
    EXPECT_TRUE(read(circle).has(u"y"));
    QByteArray tower = R"({"properties":{"x":{"type":"string"}}})";
    for (int level = 0; level < 12; ++level)
        tower = R"({"anyOf":[)" + tower + ',' + tower + "]}";
    EXPECT_TRUE(read(R"({"input":)" + tower + "}").has(u"x"));
    QByteArray product = R"({"allOf":[)";
    for (int part = 0; part < 40; ++part)
        product += R"({"anyOf":[{"properties":{"a":{}}},{"properties":{"b":{}}},{"properties":{"c":{}}}]},)";
    EXPECT_TRUE(read(R"({"input":)" + product.chopped(1) + "]}}").has(u"a"));
    // what is copied again and again: three thousand members in each of sixty-four alternatives and many
    // steps
    QByteArray many;
    for (int i = 0; i < 3'000; ++i)
        many += "\"p" + QByteArray::number(i) + "\":{},";
    many.chop(1);
    const QByteArray references = QByteArray(R"({"$ref":"#/d"},)").repeated(64).chopped(1);
    const QByteArray steps =
        QByteArray(R"({"properties":{"x":{}},"required":["x","y","z"]},)").repeated(19'000);
    for (const QByteArray& rest :
         {QByteArray(R"("anyOf":[)" + references + ']'),
          QByteArray(R"("allOf":[{"anyOf":[)" + references + "]}," + steps + "{}]")}) {
        const QByteArray json = R"({"input":{"d":{"properties":{)" + many + "}}," + rest + "}}";
        ASSERT_TRUE(QJsonDocument::fromJson(json).isObject());
        EXPECT_FALSE(schemareader::read(QJsonDocument::fromJson(json).object())) << "too much to be one";
    }
    QByteArray choices;
    for (int i = 0; i < 500'000; ++i)
        choices += "\"c" + QByteArray::number(i) + "\",";
    EXPECT_EQ(readMember(R"({"enum":[)" + choices.chopped(1) + "]}").choices.size(), 500'000);
    QByteArray deep(400, '[');
    deep += QByteArray(400, ']');
    EXPECT_TRUE(read(R"({"input":{"properties":{"x":{"anyOf":)" + deep + R"(},"y":{}}}})").has(u"y"));
}

TEST(SchemaReader, ALargeSchemaIsReadWhole)
{
    QByteArray properties;
    for (int i = 0; i < 3'000; ++i)
        properties +=
            "\"p" + QByteArray::number(i) +
            R"(":{"anyOf":[{"type":"string","description":"a text about nothing much"},{"type":"null"}]},)";
    const QByteArray json = R"({"input":{"properties":{)" + properties.chopped(1) + "}}}";
    ASSERT_GT(json.size(), 250'000);
    EXPECT_EQ(read(json).parameters().size(), 3'000);
}

} // namespace
} // namespace orangery::test
