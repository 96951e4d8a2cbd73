// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/builders.h"
#include "workersai/chatcodec.h"

#include <limits>

namespace orangery::test {

namespace {

using namespace Qt::StringLiterals;

ChatRequest question(const Model& model)
{
    ChatRequest request;
    request.model = model.id;
    request.messages = {{ChatRole::User, u"What is a neuron?"_s}};
    return request;
}

ToolDefinition tool()
{
    return {u"weather"_s, u"Tells the weather"_s,
            R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]})"};
}

ChatRequest conversation(const Model& model)
{
    ChatRequest request = question(model);
    ChatMessage answer{ChatRole::Assistant, u"A cell."_s};
    answer.reasoning = u"Short."_s;
    request.messages += {answer, {ChatRole::User, u"And here?"_s}};
    request.stream = false;
    return request;
}

/// A call of a tool and its answer replayed.
ChatRequest withTools(const Model& model)
{
    ChatRequest request = question(model);
    request.tools = {tool(), {u"now"_s, u"Tells the time"_s, {}}};
    request.toolChoice = u"weather"_s;
    ChatMessage call{ChatRole::Assistant, QString()};
    call.toolCalls = {{u"call-1"_s, u"weather"_s, uR"({"city":"Kyiv"})"_s}};
    ChatMessage result{ChatRole::Tool, u"sunny"_s};
    result.toolCallId = u"call-1"_s;
    request.messages += {call, result};
    return request;
}

ChatRequest withNumbers(const Model& model, double value)
{
    ChatRequest request = question(model);
    request.maxTokens = value > 0 ? std::numeric_limits<int>::max() : 1;
    request.temperature = request.topP = request.repetitionPenalty = value;
    request.frequencyPenalty = request.presencePenalty = value;
    request.topK = value > 0 ? 1'000'000 : -1;
    request.seed = value > 0 ? 9'999'999'999 : -1;
    request.stop = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    return request;
}

ChatRequest withJson(const Model& model, const QByteArray& schema)
{
    ChatRequest request = question(model);
    request.jsonMode = JsonMode{u"an answer!"_s, schema};
    return request;
}

void addWhatTheModelCan(const Model& model, QList<Request>& requests)
{
    const auto add = [&](const char* name, const ChatRequest& request) {
        requests.append({name, Result<QByteArray>(chatcodec::encode(request, model))});
    };
    if (model.tools)
        add("tools", withTools(model));
    if (model.vision) {
        ChatRequest request = question(model);
        request.messages[0].images = {{pictureFile(), u"image/png"_s}};
        add("picture", request);
    }
    if (model.lora) {
        ChatRequest request = question(model);
        request.lora = u"my-adapter"_s;
        add("lora", request);
    }
    if (model.jsonMode || model.parameters.has(u"response_format")) {
        add("any JSON", withJson(model, {}));
        add("JSON of a schema",
            withJson(model, R"({"type":"object","properties":{"a":{"type":"number"}},"required":["a"]})"));
    }
    if (model.reasoning) {
        for (const char* effort : {"none", "minimal", "low", "medium", "high", "xhigh", "max"}) {
            ChatRequest request = question(model);
            request.reasoningEffort = QString::fromLatin1(effort);
            add(effort, request);
        }
    }
}

} // namespace

QList<Request> chatRequests(const Model& model)
{
    QList<Request> requests;
    const auto add = [&](const char* name, const ChatRequest& request) {
        requests.append({name, Result<QByteArray>(chatcodec::encode(request, model))});
    };
    add("default", question(model));
    add("conversation", conversation(model));
    ChatRequest completion;
    completion.prompt = u"Once"_s;
    completion.raw = true;
    add("completion", completion);
    ChatRequest hasty = question(model);
    hasty.rejectIfBusy = true;
    add("not waiting", hasty);
    add("least", withNumbers(model, -1e9));
    add("most", withNumbers(model, 1e9));
    for (const End end : {End::Lowest, End::Highest}) {
        ChatRequest request = question(model);
        // a prompt's own members go with a prompt only
        request.extra = extremes(model.parameters, end, {u"prompt"_s, u"raw"_s, u"lora"_s});
        add(end == End::Lowest ? "every parameter, lowest" : "every parameter, highest", request);
    }
    addWhatTheModelCan(model, requests);
    return requests;
}

QList<Request> decisionRequests(const Model& model)
{
    // no codec of its own: what a gateway's client sends goes through ModelInput
    ModelInput input(model.parameters);
    input.add({{u"model"_s, model.name()},
               {u"state"_s, u"It rains."_s},
               {u"questions"_s, QVariantMap{{u"wet"_s, QVariantMap{{u"type"_s, u"noul"_s},
                                                                   {u"instructions"_s, u"Is it wet?"_s}}}}}});
    const Result<void> checked = input.check();
    return {{"default", checked ? Result<WireBody>(input.json()) : checked.error()}};
}

} // namespace orangery::test
