// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secretstring.h"

#include <atomic>

namespace orangery {

namespace {

void wipe(QByteArray* bytes)
{
    volatile char* data = bytes->data(); // detaches: a shared buffer belongs to somebody else, too
    for (qsizetype i = 0; i < bytes->size(); ++i)
        data[i] = 0;
    std::atomic_signal_fence(std::memory_order_seq_cst);
    delete bytes;
}

} // namespace

SecretString::SecretString(QByteArray utf8) : m_bytes(new QByteArray(std::move(utf8)), wipe) {}

} // namespace orangery
