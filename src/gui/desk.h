// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery {

class Accounts;
class ChatController;
class ConversationList;
class Inspector;
class NetworkControl;
class Preferences;
class Workbench;

/// What the main window works with. All outlive it.
struct Desk
{
    Workbench& workbench;
    Accounts& accounts;
    Preferences& preferences;
    NetworkControl& network;
    ChatController& chat;
    ConversationList& conversations;
    Inspector& inspector;
    QString dataFolder;
};

} // namespace orangery
