// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/phrases.h"

namespace orangery::sandbox {

using namespace Qt::StringLiterals;

namespace {

Phrases english()
{
    return {
        .label = u"> Sandbox answer, not written by a model."_s,
        .heading = u"## About: %1"_s,
        .asked = u"You asked:"_s,
        .empty = u"(an empty message)"_s,
        .paragraph = u"The sandbox stands in for `%1` and knows **nothing**. It counted *%2 characters* and "
                     u"answers with text of every kind, so that a client can show it."_s,
        .turn = u"This is question %1 of this conversation."_s,
        .system = u"A system prompt of %1 characters came with it."_s,
        .images = u"Pictures attached: %1 (%2)."_s,
        .toolLead = u"The tools answered:"_s,
        .listLead = u"What a stream has to survive:"_s,
        .items = {u"a slow first byte"_s, u"an event cut in **two**"_s, u"a connection that ends too early"_s,
                  u"characters such as `\"` and `\\`"_s},
        .tasks = {u"send the request"_s, u"read the answer"_s},
        .tableLead = u"The same as a table:"_s,
        .tableHead = {u"Part"_s, u"Meaning"_s, u"Length"_s},
        .tableRows = {u"prompt"_s, u"what was sent"_s, u"answer"_s, u"what came back"_s, u"usage"_s,
                      u"what it cost"_s},
        .codeLead = u"And as code:"_s,
        .closing =
            u"Ask for a *table*, a *list*, *code*, or for a number of words, and the answer changes."_s,
        .section = u"### Section %1"_s,
        .reasoning =
            u"The prompt has %1 characters. I look for words that ask for a table, a list or code. "
            u"Then I write the parts in a fixed order, so that the same prompt gives the same answer."_s,
        .moreReasoning = u"I go through the parts once more, because more effort was asked for."_s,
        .subjects = {u"The gardener"_s, u"An orange tree"_s, u"The glass roof"_s, u"A quiet stream"_s,
                     u"The morning light"_s, u"A patient reader"_s, u"The old library"_s},
        .verbs = {u"waits for"_s, u"remembers"_s, u"shelters"_s, u"follows"_s, u"counts"_s, u"mirrors"_s},
        .objects = {u"the first warm day"_s, u"every single leaf"_s, u"a letter from far away"_s,
                    u"the sound of rain"_s, u"another small step"_s},
        .sentence = u"%1 %2 %3."_s,
    };
}

Phrases german()
{
    return {
        .label = u"> Antwort der Sandbox, nicht von einem Modell geschrieben."_s,
        .heading = u"## Zum Thema: %1"_s,
        .asked = u"Gefragt war:"_s,
        .empty = u"(eine leere Nachricht)"_s,
        .paragraph =
            u"Die Sandbox vertritt `%1` und weiß **nichts**. Sie hat *%2 Zeichen* gezählt und antwortet mit "
            u"Text jeder Art, damit ein Programm ihn zeigen kann."_s,
        .turn = u"Das ist Frage %1 in diesem Gespräch."_s,
        .system = u"Dazu kam eine Systemanweisung von %1 Zeichen."_s,
        .images = u"Angehängte Bilder: %1 (%2)."_s,
        .toolLead = u"Die Werkzeuge haben geantwortet:"_s,
        .listLead = u"Was ein Datenstrom aushalten muss:"_s,
        .items = {u"ein spätes erstes Byte"_s, u"ein in **zwei** Teile geschnittenes Ereignis"_s,
                  u"eine Verbindung, die zu früh endet"_s, u"Zeichen wie `\"` und `\\`"_s},
        .tasks = {u"die Anfrage senden"_s, u"die Antwort lesen"_s},
        .tableLead = u"Dasselbe als Tabelle:"_s,
        .tableHead = {u"Teil"_s, u"Bedeutung"_s, u"Länge"_s},
        .tableRows = {u"Frage"_s, u"was gesendet wurde"_s, u"Antwort"_s, u"was zurückkam"_s, u"Verbrauch"_s,
                      u"was es gekostet hat"_s},
        .codeLead = u"Und als Code:"_s,
        .closing = u"Wer nach einer *Tabelle*, einer *Liste*, nach *Code* oder einer Zahl von Wörtern fragt, "
                   u"bekommt "
                   u"eine andere Antwort."_s,
        .section = u"### Abschnitt %1"_s,
        .reasoning =
            u"Die Frage hat %1 Zeichen. Ich suche nach Wörtern, die eine Tabelle, eine Liste oder Code "
            u"verlangen. Dann schreibe ich die Teile in fester Reihenfolge."_s,
        .moreReasoning = u"Ich gehe die Teile noch einmal durch, denn es wurde mehr Aufwand verlangt."_s,
        .subjects = {u"Der Gärtner"_s, u"Ein Orangenbaum"_s, u"Das Glasdach"_s, u"Der stille Bach"_s,
                     u"Das frühe Licht"_s, u"Die geduldige Leserin"_s, u"Die alte Bücherei"_s},
        .verbs = {u"erwartet"_s, u"behütet"_s, u"zählt"_s, u"begleitet"_s, u"spiegelt"_s, u"übersieht"_s},
        .objects = {u"den ersten warmen Tag"_s, u"jedes einzelne Blatt"_s, u"einen Brief aus der Ferne"_s,
                    u"das Geräusch des Regens"_s, u"den nächsten kleinen Schritt"_s},
        .sentence = u"%1 %2 %3."_s,
    };
}

Phrases chinese()
{
    return {
        .label = u"> 沙盒的回答，不是模型写的。"_s,
        .heading = u"## 关于：%1"_s,
        .asked = u"你的问题是："_s,
        .empty = u"（空消息）"_s,
        .paragraph =
            u"沙盒代替 `%1` 回答，它**什么都不知道**。它数到了 *%2 个字符*，并用各种格式的文字来回答，方便客户端显示。"_s,
        .turn = u"这是本次对话的第 %1 个问题。"_s,
        .system = u"同时收到了 %1 个字符的系统提示。"_s,
        .images = u"附带图片：%1 张（%2）。"_s,
        .toolLead = u"工具的回答："_s,
        .listLead = u"数据流必须经得起："_s,
        .items = {u"很晚才到的第一个字节"_s, u"被切成**两半**的事件"_s, u"过早结束的连接"_s,
                  u"像 `\"` 和 `\\` 这样的字符"_s},
        .tasks = {u"发送请求"_s, u"读取回答"_s},
        .tableLead = u"用表格来说："_s,
        .tableHead = {u"部分"_s, u"含义"_s, u"长度"_s},
        .tableRows = {u"问题"_s, u"发送的内容"_s, u"回答"_s, u"返回的内容"_s, u"用量"_s, u"花费"_s},
        .codeLead = u"用代码来说："_s,
        .closing = u"如果要求*表格*、*列表*、*代码*或者字数，回答就会不同。"_s,
        .section = u"### 第 %1 节"_s,
        .reasoning = u"问题有 %1 个字符。先找有没有要求表格、列表或代码的词，再按固定的顺序写出各部分。"_s,
        .moreReasoning = u"因为要求更用心，再检查一遍各部分。"_s,
        .subjects = {u"园丁"_s, u"一棵橙树"_s, u"玻璃屋顶"_s, u"安静的溪水"_s, u"清晨的光"_s,
                     u"耐心的读者"_s},
        .verbs = {u"等待着"_s, u"记得"_s, u"守护着"_s, u"数着"_s, u"映出"_s},
        .objects = {u"第一个温暖的日子"_s, u"每一片叶子"_s, u"远方的来信"_s, u"雨的声音"_s},
        .sentence = u"%1%2%3。"_s,
    };
}

} // namespace

const Phrases& Phrases::in(Language language)
{
    static const Phrases all[] = {english(), german(), chinese()};
    return all[static_cast<int>(language)];
}

} // namespace orangery::sandbox
