// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/makernames.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace orangery {

namespace {

struct Maker
{
    QLatin1String slug;
    QLatin1String name;
};

using L1 = QLatin1String;

// Proper names, never translated; every slug of resources/catalog/models.json.
constexpr std::array makers{
    Maker{L1("ai4bharat"), L1("AI4Bharat")},
    Maker{L1("aisingapore"), L1("AI Singapore")},
    Maker{L1("baai"), L1("BAAI")},
    Maker{L1("black-forest-labs"), L1("Black Forest Labs")},
    Maker{L1("bytedance"), L1("ByteDance")},
    Maker{L1("cloudflare"), L1("Cloudflare")},
    Maker{L1("deepgram"), L1("Deepgram")},
    Maker{L1("deepseek-ai"), L1("DeepSeek")},
    Maker{L1("defog"), L1("Defog")},
    Maker{L1("facebook"), L1("Meta")},
    Maker{L1("fblgit"), L1("fblgit")},
    Maker{L1("google"), L1("Google")},
    Maker{L1("huggingface"), L1("Hugging Face")},
    Maker{L1("ibm-granite"), L1("IBM")},
    Maker{L1("leonardo"), L1("Leonardo")},
    Maker{L1("llava-hf"), L1("LLaVA")},
    Maker{L1("lykon"), L1("Lykon")},
    Maker{L1("meta"), L1("Meta")},
    Maker{L1("meta-llama"), L1("Meta")},
    Maker{L1("microsoft"), L1("Microsoft")},
    Maker{L1("mistral"), L1("Mistral")},
    Maker{L1("mistralai"), L1("Mistral")},
    Maker{L1("moondream"), L1("Moondream")},
    Maker{L1("moonshotai"), L1("Moonshot")},
    Maker{L1("myshell-ai"), L1("MyShell")},
    Maker{L1("nexusflow"), L1("Nexusflow")},
    Maker{L1("nousresearch"), L1("Nous Research")},
    Maker{L1("nvidia"), L1("NVIDIA")},
    Maker{L1("openai"), L1("OpenAI")},
    Maker{L1("openchat"), L1("OpenChat")},
    Maker{L1("pfnet"), L1("PFN")},
    Maker{L1("pipecat-ai"), L1("Pipecat")},
    Maker{L1("qwen"), L1("Qwen")},
    Maker{L1("runwayml"), L1("Runway")},
    Maker{L1("stabilityai"), L1("Stability AI")},
    Maker{L1("swiss-ai"), L1("Swiss AI")},
    Maker{L1("thebloke"), L1("TheBloke")},
    Maker{L1("tiiuae"), L1("TII")},
    Maker{L1("tinyllama"), L1("TinyLlama")},
    Maker{L1("unum"), L1("Unum")},
    Maker{L1("utter-project"), L1("UTTER")},
    Maker{L1("zai-org"), L1("Z.ai")},
};

} // namespace

QString makerName(const QString& slug)
{
    const auto found = std::ranges::find_if(makers, [&](const Maker& maker) { return maker.slug == slug; });
    if (found != makers.end())
        return found->name;
    QStringList words = slug.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    for (QString& word : words)
        word[0] = word.at(0).toUpper();
    return words.join(QLatin1Char(' '));
}

} // namespace orangery
