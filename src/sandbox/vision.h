// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// resnet-50. API.md §14.
Reply imageClassification(const ModelCall& call);
/// detr-resnet-50.
Reply objectDetection(const ModelCall& call);
/// llava, uform and moondream.
Reply imageToText(const ModelCall& call);

} // namespace orangery::sandbox
