// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/spendinglimits.h"

#include <QObject>
#include <QStringList>
#include <QVariant>
#include <chrono>

namespace orangery {

class Settings;

/// The user's choices, with their defaults; a change applies at once and is written at once.
class Preferences : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(Settings& settings, QObject* parent = nullptr);

    QString theme() const; ///< "system", "light", "dark"
    void setTheme(const QString& theme);
    int fontSize() const; ///< pixels of body text, 9 … 24; 0: the system's
    void setFontSize(int pixels);
    bool isReducedMotion() const;
    void setReducedMotion(bool isReduced);
    bool isEnterSending() const; ///< false: Ctrl+Enter sends, Enter starts a new line
    void setEnterSending(bool isSending);
    QString chatModel() const; ///< id; the latest choice
    void setChatModel(const QString& id);
    /// Whether answers that always come out the same are kept and given again (U20).
    bool isKeepingAnswers() const;
    void setKeepingAnswers(bool isKeeping);
    /// Limits of tabs, clients and conversations, beside the day's allowance (U6).
    SpendingLimits spendingLimits() const;
    void setSpendingLimits(const SpendingLimits& limits);
    QStringList favouriteModels() const;
    void setFavouriteModels(const QStringList& ids);

    /// How far the computer's clock was behind the service's; changes of a few seconds are not written.
    std::chrono::milliseconds clockOffset() const;
    void keepClockOffset(std::chrono::milliseconds offset);

    /// State of windows and splitters; never a preference a person would look for.
    QVariant windowState(const QString& key) const;
    void setWindowState(const QString& key, const QVariant& value);

signals:
    void changed();

private:
    void set(const QString& key, const QVariant& value);

    Settings& m_settings;
};

} // namespace orangery
