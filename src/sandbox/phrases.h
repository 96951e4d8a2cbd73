// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/prompthints.h"

#include <QStringList>

namespace orangery::sandbox {

/// The sandbox's vocabulary in one language. Answers imitate a service, so they are not translated with the
/// program's interface: the prompt decides.
struct Phrases
{
    QString label;     ///< says that no model wrote this
    QString heading;   ///< %1: the first words of the prompt
    QString asked;     ///< before the quoted prompt
    QString empty;     ///< for a prompt without text
    QString paragraph; ///< %1: model id, %2: characters of the prompt
    QString turn;      ///< %1: number of the question in the conversation
    QString system;    ///< %1: characters of the system prompt
    QString images;    ///< %1: number of pictures, %2: what each is
    QString toolLead;  ///< before what the called tools answered
    QString listLead;
    QStringList items;
    QStringList tasks;
    QString tableLead;
    QStringList tableHead;
    QStringList tableRows;
    QString codeLead;
    QString closing;
    QString section;   ///< %1: number
    QString reasoning; ///< %1: characters of the prompt
    QString moreReasoning;
    QStringList subjects;
    QStringList verbs;
    QStringList objects;
    QString sentence; ///< %1 subject, %2 verb, %3 object

    static const Phrases& in(Language language);
};

} // namespace orangery::sandbox
