// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/savecode.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

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
    auto* dialog = new QFileDialog(parent, QCoreApplication::translate("orangery::SaveCode", "Save code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("code.") + fileEndingOf(language));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [code, done = std::move(done)](const QString& path) {
                         QSaveFile file(path);
                         const bool isSaved = file.open(QIODevice::WriteOnly) &&
                                              file.write(code.toUtf8()) >= 0 && file.commit();
                         done(isSaved ? QString() : file.errorString());
                     });
    dialog->open();
}

} // namespace orangery
