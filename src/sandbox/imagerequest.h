// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"
#include "sandbox/picture.h"

#include <variant>

namespace orangery::sandbox {

/// A text-to-image request that passed the service's checks. API.md §7.
struct ImageRequest
{
    enum class Answer { Base64Jpeg, Base64Png, Jpeg, Png };

    PictureOrder order;
    bool hasSeed = false; ///< without one the service paints another picture every time
    Answer answer = Answer::Png;

    QSize size() const { return order.size; }
};

/// Checks a request as the service does.
std::variant<ImageRequest, Failure> parseImageRequest(const ServerRequest& request, const Model& model);

/// What the picture costs by the published table; below 0 when the model has no price.
double neuronsOf(const ImageRequest& request, const Model& model);

} // namespace orangery::sandbox
