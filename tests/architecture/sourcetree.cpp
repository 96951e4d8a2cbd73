// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/sourcetree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace orangery::architecture {

namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool isSource(const fs::path& path)
{
    return path.extension() == ".cpp" || path.extension() == ".h";
}

bool isOtherText(const fs::path& path)
{
    static const std::array extensions{".ui", ".cmake", ".txt", ".sh", ".py", ""};
    return std::find(extensions.begin(), extensions.end(), path.extension().string()) != extensions.end();
}

} // namespace

bool isBelow(const std::string& path, const std::string& folder)
{
    return path == folder ||
           (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

SourceTree::SourceTree(const fs::path& top)
{
    for (const char* folder : {"src", "tests", "ui", "cmake", "script", ".ci"})
        read(top, folder);
    if (fs::exists(top / "CMakeLists.txt"))
        m_others.emplace("CMakeLists.txt", contentOf(top / "CMakeLists.txt"));
}

void SourceTree::read(const fs::path& top, const std::string& folder)
{
    if (!fs::is_directory(top / folder))
        return;
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
        if (!entry.is_regular_file())
            continue;
        auto path = fs::relative(entry.path(), top).generic_string();
        if (isSource(entry.path()))
            m_sources.emplace(path, SourceFile::parse(path, contentOf(entry.path())));
        else if (isOtherText(entry.path()))
            m_others.emplace(std::move(path), contentOf(entry.path()));
    }
}

std::vector<const SourceFile*> SourceTree::below(const std::string& folder) const
{
    std::vector<const SourceFile*> found;
    for (const auto& [path, file] : m_sources) {
        if (isBelow(path, folder))
            found.push_back(&file);
    }
    return found;
}

const SourceFile* SourceTree::resolve(const SourceFile& from, const std::string& target) const
{
    const auto folder = from.path.substr(0, from.path.rfind('/') + 1);
    for (const auto& base : {std::string("src/"), std::string("tests/"), folder}) {
        const auto path = fs::path(base + target).lexically_normal().generic_string();
        if (const auto found = m_sources.find(path); found != m_sources.end())
            return &found->second;
    }
    return nullptr;
}

} // namespace orangery::architecture
