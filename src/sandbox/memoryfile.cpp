// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/memoryfile.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace orangery::sandbox {

MemoryFile::MemoryFile(const QByteArray& bytes) : m_bytes(bytes)
{
    open(SFM_READ);
}

MemoryFile::MemoryFile(int format, int rate)
{
    m_info.format = format;
    m_info.samplerate = rate;
    m_info.channels = 1;
    if (sf_format_check(&m_info))
        open(SFM_WRITE);
}

void MemoryFile::open(int mode)
{
    SF_VIRTUAL_IO io{&MemoryFile::length, &MemoryFile::seek, &MemoryFile::read, &MemoryFile::write,
                     &MemoryFile::tell};
    m_file = sf_open_virtual(&io, mode, &m_info, this);
}

void MemoryFile::close()
{
    if (m_file)
        sf_close(m_file);
    m_file = nullptr;
}

QByteArray MemoryFile::finished()
{
    close();
    return m_bytes;
}

sf_count_t MemoryFile::length(void* self)
{
    return static_cast<MemoryFile*>(self)->m_bytes.size();
}

sf_count_t MemoryFile::seek(sf_count_t offset, int whence, void* self)
{
    auto* file = static_cast<MemoryFile*>(self);
    const sf_count_t from = whence == SEEK_CUR ? file->m_at : whence == SEEK_END ? file->m_bytes.size() : 0;
    if (from + offset < 0)
        return -1;
    file->m_at = from + offset;
    return file->m_at;
}

sf_count_t MemoryFile::read(void* data, sf_count_t size, void* self)
{
    auto* file = static_cast<MemoryFile*>(self);
    const qsizetype left = std::max<qsizetype>(file->m_bytes.size() - file->m_at, 0);
    const qsizetype count = std::clamp<qsizetype>(static_cast<qsizetype>(size), 0, left);
    std::memcpy(data, file->m_bytes.constData() + std::min(file->m_at, file->m_bytes.size()),
                static_cast<std::size_t>(count));
    file->m_at += count;
    return count;
}

sf_count_t MemoryFile::write(const void* data, sf_count_t size, void* self)
{
    auto* file = static_cast<MemoryFile*>(self);
    const auto count = static_cast<qsizetype>(size);
    if (file->m_at + count > file->m_bytes.size())
        file->m_bytes.resize(file->m_at + count);
    std::memcpy(file->m_bytes.data() + file->m_at, data, static_cast<std::size_t>(count));
    file->m_at += count;
    return size;
}

sf_count_t MemoryFile::tell(void* self)
{
    return static_cast<MemoryFile*>(self)->m_at;
}

} // namespace orangery::sandbox
