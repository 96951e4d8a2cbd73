// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <sndfile.h>

namespace orangery::sandbox {

/// An open sound file that lies in memory. Not to be shared between threads.
class MemoryFile
{
    Q_DISABLE_COPY_MOVE(MemoryFile)

public:
    /// Opens `bytes` for reading; isOpen() is false when they are no sound that libsndfile knows.
    explicit MemoryFile(const QByteArray& bytes);
    /// For writing in `format` (SF_FORMAT_…), one channel; isOpen() is false when it cannot.
    MemoryFile(int format, int rate);
    ~MemoryFile() { close(); }

    bool isOpen() const { return m_file; }
    const SF_INFO& info() const { return m_info; }
    SNDFILE* handle() const { return m_file; }

    /// Closes and returns what was written.
    QByteArray finished();

private:
    static sf_count_t length(void* self);
    static sf_count_t seek(sf_count_t offset, int whence, void* self);
    static sf_count_t read(void* data, sf_count_t size, void* self);
    static sf_count_t write(const void* data, sf_count_t size, void* self);
    static sf_count_t tell(void* self);

    void open(int mode);
    void close();

    QByteArray m_bytes;
    qsizetype m_at = 0;
    SF_INFO m_info{};
    SNDFILE* m_file = nullptr;
};

} // namespace orangery::sandbox
