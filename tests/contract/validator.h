// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace orangery::test {

/// A JSON Schema (draft 7) that documents are held against. By valijson, so that no reader of ours judges
/// ours.
class Rules
{
public:
    explicit Rules(const QJsonObject& schema);
    ~Rules();
    Q_DISABLE_COPY_MOVE(Rules)

    /// What of the document is against them; empty: nothing.
    QStringList violations(const QByteArray& json) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> m_compiled;
};

/// The schema with no member allowed beside those that each of its variants names and those in `besides`.
/// Published versions differ in this (API.md §7: flux-1-schnell), so the strict one counts.
QJsonObject strict(QJsonObject schema, const QStringList& besides = {});

} // namespace orangery::test
