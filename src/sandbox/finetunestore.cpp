// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/finetunestore.h"

#include <QUuid>
#include <algorithm>

namespace orangery::sandbox {

namespace {

QString uuid(const QString& name)
{
    static const QUuid space(QStringLiteral("{7d1a6c40-5a0b-5f5e-9c1d-66696e657475}"));
    return QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces);
}

Finetune shared(const QString& name, const QString& model, const QString& description, const QDate& date)
{
    const QDateTime at(date, QTime(12, 0), Qt::UTC);
    return {uuid(name), name, model, description, true, at, at, {}};
}

} // namespace

bool Finetune::isComplete() const
{
    return files.contains(QLatin1String(FinetuneStore::configFile)) &&
           files.contains(QLatin1String(FinetuneStore::weightsFile));
}

const Finetune* FinetuneStore::add(Finetune finetune)
{
    if (find(finetune.name))
        return nullptr;
    finetune.id = uuid(QString::number(++m_count) + u' ' + finetune.name);
    m_own.push_back(std::move(finetune));
    return &m_own.back();
}

Finetune* FinetuneStore::find(const QString& idOrName)
{
    const auto found = std::find_if(m_own.begin(), m_own.end(), [&](const Finetune& finetune) {
        return finetune.id == idOrName || finetune.name == idOrName;
    });
    return found == m_own.end() ? nullptr : &*found;
}

const std::vector<Finetune>& FinetuneStore::everybodys()
{
    static const std::vector<Finetune> all{
        shared(QStringLiteral("sandbox-public-summaries"),
               QStringLiteral("@cf/mistral/mistral-7b-instruct-v0.2-lora"),
               QStringLiteral("Writes short summaries"), QDate(2026, 3, 2)),
        shared(QStringLiteral("sandbox-public-labels"), QStringLiteral("@cf/google/gemma-7b-it-lora"),
               QStringLiteral("Puts a label to a text"), QDate(2026, 4, 7)),
        shared(QStringLiteral("sandbox-public-rhymes"),
               QStringLiteral("@cf/meta-llama/llama-2-7b-chat-hf-lora"), QStringLiteral("Answers in rhymes"),
               QDate(2026, 5, 21)),
    };
    return all;
}

} // namespace orangery::sandbox
