// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/uploadbody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace orangery {

UploadBody::UploadBody(QByteArray bytes, QObject* parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool UploadBody::reset()
{
    m_wasRepetitionRefused = m_wasRepetitionRefused || !isUntouched();
    return isUntouched();
}

qint64 UploadBody::readData(char* data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, m_bytes.size() - pos());
    if (count <= 0)
        return pos() >= m_bytes.size() ? -1 : 0;
    std::memcpy(data, m_bytes.constData() + pos(), static_cast<size_t>(count));
    return count;
}

qint64 UploadBody::writeData(const char*, qint64)
{
    return -1;
}

} // namespace orangery
