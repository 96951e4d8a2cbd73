// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class FinetunesWire : public SandboxTest
{
protected:
    WireReply create(const QByteArray& body) const { return client->post(account(u"/ai/finetunes"_s), body); }
    WireReply upload(const QString& id, const QByteArray& name, const QByteArray& data) const
    {
        const QByteArray form = "--xyz\r\nContent-Disposition: form-data; name=\"file_name\"\r\n\r\n" + name +
                                "\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
                                name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + data +
                                "\r\n--xyz--\r\n";
        return client->post(account(u"/ai/finetunes/%1/finetune-assets"_s.arg(id)), form,
                            {"Content-Type: multipart/form-data; boundary=xyz"});
    }
    const QByteArray gemma = R"("model":"@cf/google/gemma-2b-it-lora")";
};

TEST_F(FinetunesWire, OneIsMadeFilledAndUsed)
{
    EXPECT_TRUE(client->get(account(u"/ai/finetunes"_s)).json()["result"_L1].toArray().isEmpty());
    const QJsonValue made =
        create(R"({"name":"mine","description":"a test",)" + gemma + "}").json()["result"_L1];
    const QString id = made["id"_L1].toString();
    EXPECT_FALSE(id.isEmpty());
    const QJsonValue listed = client->get(account(u"/ai/finetunes"_s)).json()["result"_L1];
    EXPECT_EQ(listed[0], made);
    EXPECT_EQ(listed[0]["description"_L1].toString(), u"a test");

    const QString model = u"@cf/google/gemma-2b-it-lora"_s;
    EXPECT_EQ(run(model, R"({"prompt":"x","lora":"mine"})").code(), 3039) << "its files are missing";
    EXPECT_EQ(upload(id, "adapter_config.json", R"({"r":8})").status, 200);
    EXPECT_EQ(run(model, R"({"prompt":"x","lora":"mine"})").code(), 3039);
    EXPECT_EQ(upload(id, "adapter_model.safetensors", "weights").status, 200);
    EXPECT_EQ(run(model, R"({"prompt":"x","lora":"mine"})").status, 200);
    const QJsonValue other = create(R"({"name":"other",)" + gemma + "}").json()["result"_L1];
    EXPECT_EQ(upload(other["id"_L1].toString(), "adapter_model.safetensors", "weights").status, 200);
    EXPECT_EQ(run(model, R"({"prompt":"x","lora":"other"})").code(), 3039) << "weights alone are not enough";
    sandbox->reset();
    EXPECT_TRUE(client->get(account(u"/ai/finetunes"_s)).json()["result"_L1].toArray().isEmpty());
}

TEST_F(FinetunesWire, PublicOnesArePaged)
{
    const auto names = [&](const QString& query) {
        QStringList list;
        for (const QJsonValue& item :
             client->get(account(u"/ai/finetunes/public"_s) + query).json()["result"_L1].toArray())
            list << item["name"_L1].toString();
        return list;
    };
    const QStringList all = names(u"?orderBy=name"_s);
    EXPECT_EQ(all.size(), 3);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    EXPECT_EQ(names(u"?orderBy=-name&limit=1"_s), QStringList(all.last()));
    EXPECT_EQ(names(u"?orderBy=name&limit=1&offset=1"_s), QStringList(all[1]));
    EXPECT_TRUE(names(u"?offset=9"_s).isEmpty());
    EXPECT_EQ(client->get(account(u"/ai/finetunes/public?limit=-1"_s)).status, 400);
    EXPECT_EQ(client->get(account(u"/ai/finetunes/public?offset=x"_s)).status, 400);
}

TEST_F(FinetunesWire, WrongInputs)
{
    EXPECT_EQ(create("").code(), 3003);
    EXPECT_EQ(create(R"({"name":"a"})").code(), 5006);
    EXPECT_EQ(create("{" + gemma + "}").code(), 5006);
    EXPECT_EQ(create(R"({"name":"a","model":"@cf/none/such"})").code(), 5007);
    EXPECT_EQ(create(R"({"name":"a","model":"@cf/meta/llama-3.2-1b-instruct"})").code(), 5005);
    const QString id = create(R"({"name":"a",)" + gemma + "}").json()["result"_L1]["id"_L1].toString();
    EXPECT_EQ(create(R"({"name":"a",)" + gemma + "}").code(), 5006) << "the name is taken";
    EXPECT_EQ(upload(u"nobody"_s, "adapter_config.json", "{}").status, 404);
    EXPECT_EQ(upload(id, "weights.bin", "x").code(), 5006);
    EXPECT_EQ(upload(id, "adapter_config.json", "not json").code(), 5006);
    EXPECT_EQ(upload(id, "adapter_model.safetensors", "").code(), 3039);
    EXPECT_EQ(client->post(account(u"/ai/finetunes/%1/finetune-assets"_s.arg(id)), "{}").code(), 5006);
    EXPECT_EQ(client->get(account(u"/ai/finetunes/%1/finetune-assets"_s.arg(id))).status, 405);
    EXPECT_EQ(client->get(account(u"/ai/finetunes/%1"_s.arg(id))).code(), 7003);
}

} // namespace orangery::test
