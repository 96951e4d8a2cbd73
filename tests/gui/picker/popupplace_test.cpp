// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/popupplace.h"

#include <QPushButton>
#include <QScreen>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

class PopupPlace : public testing::Test
{
protected:
    // The offscreen screen is 800 × 800; the window stays inside it.
    PopupPlace() : m_button(&m_window)
    {
        m_window.setGeometry(20, 20, 700, 600);
        m_button.setGeometry(500, 50, 120, 28);
    }

    QWidget m_window;
    QPushButton m_button;
};

TEST_F(PopupPlace, StandsBelowWithTheEndEdgeAligned)
{
    const QRect place = popupPlace(m_button, {400, 300});
    EXPECT_EQ(place.right(), m_button.mapToGlobal(QPoint(119, 0)).x());
    EXPECT_GT(place.top(), m_button.mapToGlobal(QPoint(0, 27)).y());
    EXPECT_EQ(place.size(), QSize(400, 300));
}

TEST_F(PopupPlace, RightToLeftAlignsTheOtherEdge)
{
    m_button.setLayoutDirection(Qt::RightToLeft);
    m_button.move(40, 50);
    EXPECT_EQ(popupPlace(m_button, {400, 300}).left(), m_button.mapToGlobal(QPoint()).x());
}

TEST_F(PopupPlace, NeverLeavesTheScreenNorTheWindow)
{
    m_button.move(10, 50);
    const QRect place = popupPlace(m_button, {500, 560});
    const QRect window(m_window.mapToGlobal(QPoint()), m_window.size());
    EXPECT_TRUE(window.contains(place)) << place.left() << ' ' << place.top();
    EXPECT_LT(place.height(), 560);
    EXPECT_TRUE(m_button.screen()->availableGeometry().contains(popupPlace(m_button, {5000, 5000})));
}

TEST_F(PopupPlace, GoesAboveWhenThereIsMoreRoom)
{
    m_button.move(500, 560);
    const QRect place = popupPlace(m_button, {400, 300});
    EXPECT_LT(place.bottom(), m_button.mapToGlobal(QPoint()).y());
    EXPECT_EQ(place.height(), 300);
}

} // namespace
} // namespace orangery::test
