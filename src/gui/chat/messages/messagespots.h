// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QRect>
#include <QString>
#include <limits>

namespace orangery {

class MessageEntry;
struct MessageStyle;

/// A place in a message that can be activated by click or key. The order of the kinds is that of the Tab key,
/// but for links and code buttons, which come block by block.
struct Spot
{
    enum Kind {
        None,
        Fold,
        Link,
        CodeCopy,
        CodeSave,
        StripAction,
        PreviousBranch,
        NextBranch,
        Edit,
        Copy,
        CopyMarkdown,
        Retry,
        Fork
    };

    Kind kind = None;
    int slot = -1;  ///< of Link, CodeCopy, CodeSave
    int number = 0; ///< of the link in its block
    QRect rect;     ///< relative to the entry
    QString href;
    QString name; ///< tooltip and accessible name

    bool isNull() const { return kind == None; }
    /// The same spot, wherever it lies now.
    bool isSame(const Spot& other) const
    {
        return kind == other.kind && slot == other.slot && number == other.number;
    }
};

class MessageSpots
{
    Q_DECLARE_TR_FUNCTIONS(orangery::MessageSpots)

public:
    /// The spots of the message and of those blocks that are laid out and lie between `top` and `bottom`.
    static QList<Spot> of(const MessageEntry& entry, const MessageStyle& style, int top = 0,
                          int bottom = std::numeric_limits<int>::max());
    static QString stripActionText(const MessageEntry& entry);
    /// The button of the strip; null without one.
    static QRect stripButton(const MessageEntry& entry, const MessageStyle& style);
    /// A tool under the message, shown on hover and focus only.
    static bool isTool(Spot::Kind kind) { return kind >= Spot::Edit; }
    /// Of the switch between branches, “‹ 2 / 3 ›”, which always shows. Null without branches.
    struct BranchSwitch
    {
        QRect all, previous, next;
    };
    static BranchSwitch branchSwitch(const MessageEntry& entry, const MessageStyle& style);
    /// What stands in its middle.
    static QString branchText(const MessageEntry& entry);
    static QString iconOf(Spot::Kind kind);
};

} // namespace orangery
