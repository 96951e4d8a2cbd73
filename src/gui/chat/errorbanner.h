// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "gui/common/bannermessage.h"

#include <QCoreApplication>

namespace orangery {

/// What can be done about an error from its banner.
enum class ErrorCure {
    None,
    TryAgain,
    OtherModel,
    Alternative, ///< one certain other model
    CheckToken,
    NetworkSettings,
    RetryStorage,
    AcceptLicence,
    SendAnyway, ///< although the service said that today's quota is used up
    Caps        ///< the settings of the user's own caps
};

/// Makes the banner of an error: title, sentence, cures, details (UI.md §4.2).
class ErrorBanner
{
    Q_DECLARE_TR_FUNCTIONS(ErrorBanner)

public:
    static BannerMessage of(const Error& error) { return of(error, curesFor(error.kind)); }
    /// `alternative`: the name of the model behind ErrorCure::Alternative.
    static BannerMessage of(const Error& error, const QList<ErrorCure>& cures,
                            const QString& alternative = {});
    /// The cures behind its buttons, in their order: at most two.
    static QList<ErrorCure> curesFor(ErrorKind kind);
    /// The banner's id, which is that of the kind.
    static QString idOf(ErrorKind kind);

private:
    static QString titleFor(ErrorKind kind);
    static BannerAction actionFor(ErrorCure cure, const QString& alternative);
};

} // namespace orangery
