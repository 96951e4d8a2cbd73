// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/savefile.h"

#include <QFileDialog>
#include <QSaveFile>

namespace orangery {

void askAndSaveFile(QWidget* parent, const QString& title, const QString& name, const QByteArray& bytes,
                    std::function<void(const QString& problem)> done)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [bytes, done = std::move(done)](const QString& path) {
                         QSaveFile file(path);
                         const bool isSaved = file.open(QIODevice::WriteOnly) &&
                                              file.write(bytes) == bytes.size() && file.commit();
                         done(isSaved ? QString() : file.errorString());
                     });
    dialog->open();
}

} // namespace orangery
