// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/picturecolours.h"

#include <QColor>
#include <QStringList>
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace orangery::sandbox {

namespace {

constexpr int side = 64;          ///< the raster on which areas are found
constexpr double smallest = 0.01; ///< of the picture; less is no area
constexpr std::array names{"black", "white", "grey", "red",    "orange", "yellow",
                           "green", "cyan",  "blue", "violet", "pink",   "brown"};
enum Name { Black, White, Grey, Red, Orange, Yellow, Green, Cyan, Blue, Violet, Pink, Brown };

Name nameOf(QRgb rgb)
{
    int hue = 0;
    int saturation = 0;
    int lightness = 0;
    QColor(rgb).getHsl(&hue, &saturation, &lightness);
    if (lightness < 32)
        return Black;
    if (lightness > 232)
        return White;
    if (hue < 0 || saturation < 40)
        return Grey;
    if (hue >= 15 && hue < 45 && lightness < 110)
        return Brown;
    if (hue < 15 || hue >= 345)
        return lightness > 180 ? Pink : Red;
    static constexpr std::pair<int, Name> ends[] = {{40, Orange}, {70, Yellow},  {160, Green}, {195, Cyan},
                                                    {255, Blue},  {290, Violet}, {345, Pink}};
    return std::find_if(std::begin(ends), std::end(ends), [&](const auto& end) { return hue < end.first; })
        ->second;
}

using Raster = std::vector<Name>;

Name edgeOf(const Raster& raster)
{
    std::array<int, names.size()> counts{};
    for (int i = 0; i < side; ++i) {
        for (const int cell : {i, (side - 1) * side + i, i * side, i * side + side - 1})
            ++counts[static_cast<std::size_t>(raster[static_cast<std::size_t>(cell)])];
    }
    return static_cast<Name>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// The cells that hang together with `first` and have its colour, marked as seen.
std::vector<int> blobAt(int first, const Raster& raster, std::vector<bool>& seen)
{
    std::vector<int> blob{first};
    seen[static_cast<std::size_t>(first)] = true;
    for (std::size_t i = 0; i < blob.size(); ++i) {
        const int cell = blob[i];
        const int x = cell % side;
        const auto visit = [&](int next) {
            const auto index = static_cast<std::size_t>(next);
            if (!seen[index] && raster[index] == raster[static_cast<std::size_t>(first)]) {
                seen[index] = true;
                blob.push_back(next);
            }
        };
        if (x > 0)
            visit(cell - 1);
        if (x < side - 1)
            visit(cell + 1);
        if (cell >= side)
            visit(cell - side);
        if (cell < side * (side - 1))
            visit(cell + side);
    }
    return blob;
}

QList<PictureColours::Area> areasOf(const Raster& raster)
{
    const Name edge = edgeOf(raster);
    std::vector<bool> seen(raster.size());
    std::vector<std::pair<std::size_t, PictureColours::Area>> found;
    for (int cell = 0; cell < side * side; ++cell) {
        const auto index = static_cast<std::size_t>(cell);
        if (seen[index] || raster[index] == edge)
            continue;
        const std::vector<int> blob = blobAt(cell, raster, seen);
        if (static_cast<double>(blob.size()) < smallest * side * side)
            continue;
        int left = side, top = side, right = 0, bottom = 0;
        for (const int member : blob) {
            left = std::min(left, member % side);
            right = std::max(right, member % side + 1);
            top = std::min(top, member / side);
            bottom = std::max(bottom, member / side + 1);
        }
        PictureColours::Area area;
        area.name = QString::fromLatin1(names[static_cast<std::size_t>(raster[index])]);
        area.box = QRectF(left, top, right - left, bottom - top);
        area.fill = static_cast<double>(blob.size()) / (area.box.width() * area.box.height());
        area.box = QRectF(area.box.x() / side, area.box.y() / side, area.box.width() / side,
                          area.box.height() / side);
        found.emplace_back(blob.size(), area);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QList<PictureColours::Area> areas;
    for (const auto& [cells, area] : found)
        areas.append(area);
    return areas;
}

} // namespace

PictureColours PictureColours::of(const QImage& picture)
{
    // Nearest neighbour: a mixture of two colours would get the name of a third.
    const QImage small = picture.convertToFormat(QImage::Format_RGB32).scaled(side, side);
    Raster raster;
    std::array<int, names.size()> counts{};
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            raster.push_back(nameOf(small.pixel(x, y)));
            ++counts[static_cast<std::size_t>(raster.back())];
        }
    }
    PictureColours colours;
    colours.size = picture.size();
    for (std::size_t i = 0; i < names.size(); ++i)
        colours.shares.append({QString::fromLatin1(names[i]), counts[i] / static_cast<double>(side * side)});
    std::stable_sort(colours.shares.begin(), colours.shares.end(),
                     [](const Share& a, const Share& b) { return a.share > b.share; });
    colours.areas = areasOf(raster);
    return colours;
}

QString PictureColours::sentence() const
{
    QStringList further;
    for (const Share& share : shares.mid(1, 2)) {
        if (share.share >= 0.02)
            further << share.name;
    }
    const QString most = QStringLiteral("mostly ") + shares.first().name;
    return further.isEmpty() ? most
                             : most + QStringLiteral(", with ") + further.join(QStringLiteral(" and "));
}

} // namespace orangery::sandbox
