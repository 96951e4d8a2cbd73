// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QToolButton>

namespace orangery {

/// Who pays: the current account in the header, with the menu of accounts that its owner sets.
class AccountChip : public QToolButton
{
    Q_OBJECT

public:
    explicit AccountChip(Look look, QWidget* parent = nullptr);

    /// `name` may be empty (a token that may not read it): then the first six digits of `accountId` stand for
    /// it. `plan` is a word such as “Free”.
    void setAccount(const QString& name, const QString& accountId, const QString& plan);
    void setSandbox();
    void setNoAccount();
    /// Only the initial.
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void setWords(const QString& shown, const QString& spoken, const QString& hint);

    Look m_look;
    QString m_shown;
    bool m_isSandbox = false;
    bool m_isCompact = false;
};

} // namespace orangery
