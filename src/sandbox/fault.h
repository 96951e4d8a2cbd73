// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

#include <optional>

namespace orangery::sandbox {

/// A misbehaviour on demand, written `name[/variant][:argument]`, e.g. `3036`, `3040/502`, `cut:5`,
/// `redirect:http://other.example/`. knownFaults() lists the names.
struct Fault
{
    QString name;
    QString variant;
    QString argument;

    bool isNone() const { return name.isEmpty(); }
    bool is(const char* other) const { return name == QLatin1String(other); }
    int number(int fallback) const;

    /// None when the text names no known fault.
    static std::optional<Fault> parse(const QString& text);
};

struct FaultHelp
{
    const char* name;
    const char* meaning;
};
const std::vector<FaultHelp>& knownFaults();

/// The answer that replaces the real one, for faults that do: codes, `json-mode`, `status`, `html`,
/// `bad-json`, `empty`, `redirect`, `rate-limit`.
std::optional<Reply> replacement(const Fault& fault);

/// Changes the events or the body of a real answer, for faults that do: `garbage`, `no-done`, `truncated`,
/// `error-event`, `crlf`, `comments`, `lost`.
void distort(const Fault& fault, Reply& reply);

/// Whether the head of the real answer does not arrive.
bool takesHead(const Fault& fault);
/// Whether what arrives of the real answer's body does not tell all that the call is billed by.
bool takesUsage(const Fault& fault, const Reply& reply);

} // namespace orangery::sandbox
