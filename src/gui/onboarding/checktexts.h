// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/doctor.h"

#include <QString>

namespace orangery {

/// What can be done about a check that failed. None: only the sentence helps.
enum class Cure { None, TokenPage, EditInput, NetworkSettings };

/// The words of the doctor's rows.
namespace checktexts {

/// While the check runs, and as long as it waits (“Reaching the network”).
QString running(Check check);
/// What came out (“Network reached”, “Account Analytics cannot be read”).
QString title(const CheckOutcome& outcome);
/// The line below: the fact; why it was skipped.
QString meaning(const CheckOutcome& outcome);
/// At the row's end: “84 ms”, or “code 10000” / “HTTP 403” when it failed.
QString figure(const CheckOutcome& outcome);

/// What to do, in sentences; empty when nothing is wrong.
QString cureText(const CheckOutcome& outcome);
Cure cureOf(const CheckOutcome& outcome);
/// The button of a cure (“Open the token page”).
QString cureButton(Cure cure);

/// “4 checks passed, 1 is optional. No neurons were spent.”
QString summary(const Diagnosis& diagnosis);

} // namespace checktexts

} // namespace orangery
