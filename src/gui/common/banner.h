// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/bannermessage.h"
#include "gui/style/look.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace orangery {

class IconLabel;
class Pill;

/// The strip between a tab's bar and its content that says what is wrong and offers the cure. Of several
/// messages the most serious shows (of equal ones the newest), with “+1” for those that wait. Hidden when
/// there is none.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(Look look, QWidget* parent = nullptr);

    /// Shows `message`, or replaces the one of the same id.
    void post(const BannerMessage& message);
    void remove(const QString& id);
    void clear();
    bool contains(const QString& id) const;
    /// The message that shows; its id is empty when there is none.
    BannerMessage current() const;

signals:
    /// Button `index` of message `id` was pressed.
    void actionTriggered(const QString& id, int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showMostSerious();
    void fill(const BannerMessage& message);
    void showDetails();

    Look m_look;
    QList<BannerMessage> m_messages;
    BannerMessage m_shown;
    IconLabel* m_icon;
    QLabel* m_titleLabel;
    QLabel* m_textLabel;
    Pill* m_countPill;
    QList<QPushButton*> m_actionButtons;
    QPushButton* m_detailsButton;
};

} // namespace orangery
