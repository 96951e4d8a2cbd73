// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace orangery {

class Theme;
class Icons;

/// What a widget needs in order to paint itself. Passed by value; both outlive every widget.
struct Look
{
    Theme& theme;
    Icons& icons;
};

} // namespace orangery
