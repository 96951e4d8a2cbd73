// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"
#include "net/httprequest.h"

namespace orangery {

/// What is known of a call that brought no answer: what the service said of its cost all the same, and
/// whether the model may have run.
struct CallFate
{
    ServiceFacts facts;
    /// The service may have worked on it and billed it, so asking again could cost twice.
    bool mayHaveRun = false;
};

/// Of a reply that is an error or cannot be read. A refusal in the service's own words has not run; neither
/// has what anything but Workers AI answered. A success that cannot be read has; so may have what a gateway
/// gave up waiting for: 502, 504, 520 and 524 without such words.
CallFate fateOf(const HttpReply& reply);
/// Of a call that broke on its way. `head`: of an answer that had begun; status 0: none had.
/// `mayHaveArrived`: as HttpJob says.
CallFate fateOf(const HttpHead& head, bool mayHaveArrived);

} // namespace orangery
