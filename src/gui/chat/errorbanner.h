// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "gui/common/bannermessage.h"

#include <QCoreApplication>

namespace orangery {

/// What can be done about an error from its banner.
enum class ErrorCure { None, TryAgain, OtherModel, CheckToken, NetworkSettings, RetryStorage };

/// Makes the banner of an error: title, sentence, cures, details (UI.md §4.2).
class ErrorBanner
{
    Q_DECLARE_TR_FUNCTIONS(ErrorBanner)

public:
    static BannerMessage of(const Error& error);
    /// The cures behind its buttons, in their order.
    static QList<ErrorCure> curesFor(ErrorKind kind);
    /// The banner's id, which is that of the kind.
    static QString idOf(ErrorKind kind);
    static std::optional<ErrorKind> kindOfId(const QString& id);

private:
    static QString titleFor(ErrorKind kind);
    static BannerAction actionFor(ErrorCure cure);
};

} // namespace orangery
