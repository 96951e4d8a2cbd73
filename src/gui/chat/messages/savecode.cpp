// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/savecode.h"

#include "gui/common/savefile.h"

#include <QCoreApplication>

namespace orangery {

namespace {

struct Ending
{
    const char* language;
    const char* ending;
};

constexpr Ending endings[] = {
    {"bash", "sh"},     {"c", "c"},       {"c++", "cpp"},   {"cpp", "cpp"},       {"csharp", "cs"},
    {"css", "css"},     {"go", "go"},     {"html", "html"}, {"java", "java"},     {"javascript", "js"},
    {"js", "js"},       {"json", "json"}, {"kotlin", "kt"}, {"markdown", "md"},   {"md", "md"},
    {"perl", "pl"},     {"php", "php"},   {"py", "py"},     {"python", "py"},     {"ruby", "rb"},
    {"rust", "rs"},     {"sh", "sh"},     {"shell", "sh"},  {"sql", "sql"},       {"svg", "svg"},
    {"swift", "swift"}, {"toml", "toml"}, {"ts", "ts"},     {"typescript", "ts"}, {"xml", "xml"},
    {"yaml", "yaml"},   {"yml", "yml"},
};

} // namespace

QString fileEndingOf(const QString& language)
{
    for (const Ending& known : endings) {
        if (language.compare(QLatin1String(known.language), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(known.ending);
    }
    return QStringLiteral("txt");
}

void askAndSaveCode(QWidget* parent, const QString& code, const QString& language,
                    std::function<void(const QString& problem)> done)
{
    askAndSaveFile(parent, QCoreApplication::translate("orangery::SaveCode", "Save code"),
                   QStringLiteral("code.") + fileEndingOf(language), code.toUtf8(), std::move(done));
}

} // namespace orangery
