// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <cmath>
#include <compare>
#include <cstdint>

namespace orangery {

/// An amount of neurons, the unit that Workers AI bills, as a count of millionths. Rounded only in views.
class Neurons
{
public:
    constexpr Neurons() = default;
    static constexpr Neurons ofMillionths(std::int64_t millionths) { return Neurons(millionths); }
    static Neurons of(double neurons) { return Neurons(std::llround(neurons * 1e6)); }

    constexpr std::int64_t millionths() const { return m_millionths; }
    constexpr double toDouble() const { return static_cast<double>(m_millionths) / 1e6; }
    constexpr bool isZero() const { return m_millionths == 0; }

    constexpr auto operator<=>(const Neurons&) const = default;
    constexpr Neurons operator+(Neurons other) const { return Neurons(m_millionths + other.m_millionths); }
    constexpr Neurons operator-(Neurons other) const { return Neurons(m_millionths - other.m_millionths); }
    constexpr Neurons& operator+=(Neurons other)
    {
        m_millionths += other.m_millionths;
        return *this;
    }

private:
    constexpr explicit Neurons(std::int64_t millionths) : m_millionths(millionths) {}

    std::int64_t m_millionths = 0;
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::Neurons)
