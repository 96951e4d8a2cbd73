// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <vector>

namespace orangery::sandbox {

/// A LoRA adapter. API.md §3.8.
struct Finetune
{
    QString id;
    QString name;
    QString model;
    QString description;
    bool isPublic = false;
    QDateTime createdAt; ///< UTC
    QDateTime modifiedAt;
    QStringList files; ///< names of what was uploaded

    bool isComplete() const;
};

/// The adapters of the account, and those that everybody may use.
class FinetuneStore
{
public:
    static constexpr const char* configFile = "adapter_config.json";
    static constexpr const char* weightsFile = "adapter_model.safetensors";

    /// Null when the account has another of that name.
    const Finetune* add(Finetune finetune);
    /// One of the account's, by id or by name; null when there is none.
    Finetune* find(const QString& idOrName);
    const std::vector<Finetune>& own() const { return m_own; }
    static const std::vector<Finetune>& everybodys();

    void clear() { *this = {}; }

private:
    std::vector<Finetune> m_own;
    qint64 m_count = 0;
};

} // namespace orangery::sandbox
