// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>

namespace orangery {

/// A secret in memory: shared by its copies, overwritten when the last one goes, never printable by accident.
/// Only net/httpclient.cpp and storage/secretstore.cpp read the bytes.
class SecretString
{
public:
    SecretString() = default;
    explicit SecretString(QByteArray utf8);

    bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    /// The secret itself. Whoever calls this is responsible for where it goes.
    QByteArray reveal() const { return m_bytes ? *m_bytes : QByteArray(); }
    bool operator==(const SecretString& other) const { return reveal() == other.reveal(); }

private:
    std::shared_ptr<QByteArray> m_bytes;
};

} // namespace orangery
