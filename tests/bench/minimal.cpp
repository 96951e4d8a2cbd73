// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of the start benchmark: a window with a menu, a text browser and a line edit, and nothing
// else. Like orangery, it prints `painted` once its first paint went out, where ORANGERY_REPORT_PAINT is set.
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>
#include <cstdio>

namespace {

class PaintReport : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_isDone) {
            m_isDone = true;
            // on the next turn the paint was delivered and flushed
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isDone = false;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(new QTextBrowser);
    layout->addWidget(new QLineEdit);
    window.setCentralWidget(page);
    window.menuBar()
        ->addMenu(QStringLiteral("File"))
        ->addAction(QStringLiteral("Quit"), &application, &QApplication::quit);
    window.resize(1280, 800);

    PaintReport report;
    if (qEnvironmentVariableIsSet("ORANGERY_REPORT_PAINT"))
        window.installEventFilter(&report);
    window.show();
    return QApplication::exec();
}
