// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// Dynamic properties (all bool) that OrangeryStyle reads from a widget; they can be set in a .ui file.
namespace orangery::property {

inline constexpr char primary[] = "primary"; ///< button: filled leaf, one an area
inline constexpr char quiet[] = "quiet";     ///< button: no border
inline constexpr char danger[] = "danger";   ///< button: red text and border
inline constexpr char compact[] = "compact"; ///< button, field: 28 high
inline constexpr char opens[] = "opens";     ///< button: opens something, drawn with a chevron
inline constexpr char large[] = "large";     ///< button: 40 high, the main action of a panel
inline constexpr char asSwitch[] = "switch"; ///< check box: drawn as a switch
inline constexpr char invalid[] = "invalid"; ///< field: red edge (say why in words beside it)

/// Sets a property after the widget was shown and lays it out and paints it again.
void set(QWidget& widget, const char* name, bool on = true);
bool isSet(const QWidget* widget, const char* name);

} // namespace orangery::property
