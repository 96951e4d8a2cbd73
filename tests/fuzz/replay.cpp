// SPDX-License-Identifier: GPL-3.0-or-later
// The main program of the targets where libFuzzer is not linked: feeds each file of the folders that are
// named once. So every build reads what was ever found, and every compiler sees the targets.
#include <QDirIterator>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

/// What the mutators ask of libFuzzer: here nothing is changed.
std::size_t LLVMFuzzerMutate(std::uint8_t*, std::size_t size, std::size_t)
{
    return size;
}

int main(int count, char** arguments)
{
    int fed = 0;
    for (int i = 1; i < count; ++i) {
        QDirIterator files(QFile::decodeName(arguments[i]), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "%s cannot be read\n", qUtf8Printable(file.fileName()));
                return 2;
            }
            std::fprintf(stderr, "%s\n", qUtf8Printable(file.fileName())); // the last one is the finding
            const QByteArray input = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()),
                                   static_cast<std::size_t>(input.size()));
            ++fed;
        }
    }
    std::printf("%d inputs without a finding\n", fed);
    return fed > 0 ? 0 : 2;
}
