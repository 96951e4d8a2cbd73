// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/includerules.h"

#include "architecture/layers.h"

#include <algorithm>
#include <functional>
#include <map>

namespace orangery::architecture {

namespace {

std::string place(const SourceFile& file, const Include& include)
{
    return file.path + ":" + std::to_string(include.line);
}

bool isGenerated(const std::string& target)
{
    return target.starts_with("ui_") || target.starts_with("moc_") || target.ends_with(".moc");
}

bool contains(const std::vector<std::string>& list, const std::string& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

// A row that names "features" means every one of them.
bool allows(const Layer& from, const Layer& to)
{
    if (from.folder == to.folder || contains(from.layers, to.folder))
        return true;
    return to.folder.starts_with("features/") && contains(from.layers, "features");
}

// "QtNetwork" for <QTcpSocket>, <QtNetwork/QTcpSocket> and <QtNetwork>; empty for what is not Qt's.
std::string moduleOf(const std::string& target, const std::filesystem::path& qtHeaders)
{
    const auto first = target.substr(0, target.find('/'));
    if (std::filesystem::is_directory(qtHeaders / first) && first.starts_with("Qt"))
        return first;
    if (target.find('/') != std::string::npos)
        return {};
    // QtCore before those that repeat some of its headers
    if (std::filesystem::exists(qtHeaders / "QtCore" / target))
        return "QtCore";
    for (const auto& entry : std::filesystem::directory_iterator(qtHeaders)) {
        if (entry.is_directory() && std::filesystem::is_regular_file(entry.path() / target))
            return entry.path().filename().string();
    }
    return {};
}

void checkLibraries(const SourceFile& file, const Include& include, const Layer& layer, Findings& findings)
{
    for (const auto& library : libraryTable()) {
        if (include.target.starts_with(library.headerPrefix) && layer.folder != library.folder &&
            !contains(library.alsoIn, layer.folder)) {
            findings.push_back(place(file, include) + ": <" + include.target + "> belongs to " +
                               library.folder + " alone");
        }
    }
    for (const auto& prefix : layer.neverIncludes) {
        if (include.target.starts_with(prefix))
            findings.push_back(place(file, include) + ": " + layer.folder + " must do without <" +
                               include.target + ">");
    }
}

} // namespace

Findings includesAgainstTable(const SourceTree& tree)
{
    Findings findings;
    for (const SourceFile* file : tree.below("src")) {
        const Layer* layer = layerOf(file->path);
        if (!layer) {
            findings.push_back(file->path + ": in no folder of the table");
            continue;
        }
        for (const auto& include : file->includes) {
            if (!include.isQuoted || isGenerated(include.target))
                continue;
            const SourceFile* target = tree.resolve(*file, include.target);
            if (!target) {
                findings.push_back(place(*file, include) + ": \"" + include.target + "\" is no file of src");
                continue;
            }
            const Layer* other = layerOf(target->path);
            if (!other || !allows(*layer, *other)) {
                findings.push_back(place(*file, include) + ": " + layer->folder + " may not include \"" +
                                   include.target + "\"");
            }
        }
    }
    return findings;
}

Findings librariesAgainstTable(const SourceTree& tree, const std::filesystem::path& qtHeaders)
{
    Findings findings;
    std::map<std::string, std::string> modules; // looked up once a header
    for (const SourceFile* file : tree.below("src")) {
        const Layer* layer = layerOf(file->path);
        if (!layer)
            continue;
        for (const auto& include : file->includes) {
            if (include.isQuoted)
                continue;
            checkLibraries(*file, include, *layer, findings);
            const auto [known, isNew] = modules.try_emplace(include.target);
            if (isNew)
                known->second = moduleOf(include.target, qtHeaders);
            const auto& module = known->second;
            if (!module.empty() && module != "QtCore" && !contains(layer->qtModules, module)) {
                findings.push_back(place(*file, include) + ": " + layer->folder + " may not use " + module +
                                   " (<" + include.target + ">)");
            }
        }
    }
    return findings;
}

Findings headerCycles(const SourceTree& tree)
{
    enum class State { Open, Done };
    Findings findings;
    std::map<std::string, State> states;
    std::vector<std::string> path;
    const std::function<void(const SourceFile&)> visit = [&](const SourceFile& file) {
        states[file.path] = State::Open;
        path.push_back(file.path);
        for (const auto& include : file.includes) {
            const SourceFile* target = include.isQuoted ? tree.resolve(file, include.target) : nullptr;
            if (!target || !target->path.ends_with(".h"))
                continue;
            const auto state = states.find(target->path);
            if (state == states.end()) {
                visit(*target);
            } else if (state->second == State::Open) {
                std::string round;
                for (auto it = std::find(path.begin(), path.end(), target->path); it != path.end(); ++it)
                    round += *it + " → ";
                findings.push_back(round + target->path);
            }
        }
        path.pop_back();
        states[file.path] = State::Done;
    };
    for (const auto& [name, file] : tree.sources()) {
        if (name.ends_with(".h") && !states.contains(name))
            visit(file);
    }
    return findings;
}

} // namespace orangery::architecture
