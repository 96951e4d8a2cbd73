// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QWidget>

class QSplitter;

namespace orangery {

/// The skeleton of a tab: a sidebar and the main area. Below 1080 the sidebar becomes an overlay that opens
/// on demand, never pushes, and closes with Esc.
class TabFrame : public QWidget
{
    Q_OBJECT

public:
    explicit TabFrame(Look look, QWidget* parent = nullptr);

    /// Both become children; once.
    void setParts(QWidget* sidebar, QWidget* main);
    bool isNarrow() const { return m_isNarrow; }
    bool isSidebarVisible() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

public slots:
    void toggleSidebar();
    void showSidebar();
    /// Closes it when it is an overlay.
    void closeOverlay();

signals:
    /// Whether the main area has to offer a button that shows the sidebar.
    void sidebarButtonNeeded(bool isNeeded);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void placeOverlay();

    Look m_look;
    QSplitter* m_splitter;
    QWidget* m_sidebar = nullptr;
    QWidget* m_main = nullptr;
    QByteArray m_roomyState;
    bool m_isNarrow = false;
};

} // namespace orangery
