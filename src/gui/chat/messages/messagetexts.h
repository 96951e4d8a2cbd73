// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/messageitem.h"

#include <QCoreApplication>

namespace orangery {

/// What the view says about a message in words and figures.
class MessageTexts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::MessageTexts)

public:
    /// One line: "842 → 388 tok · 44 tok/s · est. 20 → 18.8 n".
    struct Footer
    {
        QString text;
        int strongStart = 0; ///< of what was booked
        int strongLength = 0;
    };

    static Footer footer(const MessageItem& item);
    /// "Reasoned for 3.1 s · 212 tok"
    static QString fold(const MessageItem& item);
    /// The sentence of the strip below a message that was cut or failed.
    static QString notice(const MessageItem& item);
    /// "Reply by glm-4.7-flash, finished, 18.8 neurons"
    static QString accessibleName(const MessageItem& item);
};

} // namespace orangery
