// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

TEST(ColoursTest, NoneIsWrittenOutsideTheTheme)
{
    const QRegularExpression written(
        u"#[0-9A-Fa-f]{6}\\b|\"#[0-9A-Fa-f]{3}\"|QColor\\(\\s*\\d|qRgba?\\(|setStyleSheet|Qt::(red|green|blue|yellow|gray|white|black)\\b"_s);
    int files = 0;
    for (const QString& room : {u"src/gui"_s, u"ui"_s}) {
        QDirIterator entries(QStringLiteral(ORANGERY_SOURCE_DIR) + u'/' + room,
                             {u"*.h"_s, u"*.cpp"_s, u"*.ui"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            if (file.fileName().contains(u"/style/theme"_s))
                continue;
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            ++files;
            const auto match = written.match(QString::fromUtf8(file.readAll()));
            EXPECT_FALSE(match.hasMatch())
                << qPrintable(file.fileName()) << ": " << qPrintable(match.captured());
        }
    }
    EXPECT_GT(files, 50);
}

} // namespace
} // namespace orangery
