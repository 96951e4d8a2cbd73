// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokentexts.h"

namespace orangery::tokentexts {

constinit const QStringView cpp = uR"text(#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace orchard {

/// A tree in the register. Heights are in centimetres, the harvest in grams.
struct Tree {
    std::string variety;
    std::uint32_t plantedYear = 0;
    int height = 0;
    std::vector<double> harvests;

    [[nodiscard]] bool isBearing() const noexcept { return !harvests.empty() && harvests.back() > 0.0; }
};

enum class SortOrder { ByVariety, ByAge, ByHarvest };

class Register {
public:
    explicit Register(std::function<std::uint32_t()> currentYear) : m_currentYear(std::move(currentYear)) {}

    bool add(const std::string& label, Tree tree)
    {
        if (label.empty() || tree.plantedYear > m_currentYear())
            return false;
        return m_trees.try_emplace(label, std::move(tree)).second;
    }

    std::optional<double> averageHarvest(const std::string& label) const
    {
        const auto it = m_trees.find(label);
        if (it == m_trees.end() || it->second.harvests.empty())
            return std::nullopt; // unknown trees and young ones have no average
        double sum = 0;
        for (const double grams : it->second.harvests)
            sum += grams;
        return sum / static_cast<double>(it->second.harvests.size());
    }

    std::vector<const Tree*> sorted(SortOrder order) const
    {
        std::vector<const Tree*> result;
        result.reserve(m_trees.size());
        for (const auto& [label, tree] : m_trees)
            result.push_back(&tree);
        std::stable_sort(result.begin(), result.end(), [order](const Tree* a, const Tree* b) {
            switch (order) {
            case SortOrder::ByVariety:
                return a->variety < b->variety;
            case SortOrder::ByAge:
                return a->plantedYear < b->plantedYear;
            case SortOrder::ByHarvest:
                return (a->isBearing() ? a->harvests.back() : 0.0) > (b->isBearing() ? b->harvests.back() : 0.0);
            }
            return false;
        });
        return result;
    }

private:
    std::function<std::uint32_t()> m_currentYear;
    std::map<std::string, Tree> m_trees;
};

} // namespace orchard)text";

constinit const QStringView python =
    uR"text("""Reads the log of a weather station and writes one line a day."""

import argparse
import csv
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from pathlib import Path


@dataclass
class Day:
    when: date
    temperatures: list[float] = field(default_factory=list)
    rain_mm: float = 0.0

    @property
    def mean(self) -> float | None:
        if not self.temperatures:
            return None
        return sum(self.temperatures) / len(self.temperatures)

    def as_row(self) -> dict[str, object]:
        return {
            "date": self.when.isoformat(),
            "mean": None if self.mean is None else round(self.mean, 1),
            "min": min(self.temperatures, default=None),
            "max": max(self.temperatures, default=None),
            "rain_mm": round(self.rain_mm, 2),
        }


def read_days(path: Path, *, skip_broken: bool = True) -> list[Day]:
    days: dict[date, Day] = defaultdict(lambda: Day(date.min))
    with path.open(newline="", encoding="utf-8") as handle:
        for number, row in enumerate(csv.DictReader(handle, delimiter=";"), start=2):
            try:
                moment = datetime.fromtimestamp(int(row["unix_time"]), tz=timezone.utc)
                temperature = float(row["temp_c"].replace(",", "."))
                rain = float(row.get("rain") or 0)
            except (KeyError, ValueError) as error:
                if not skip_broken:
                    raise SystemExit(f"{path}:{number}: {error}") from error
                print(f"skipping line {number}: {error!r}", file=sys.stderr)
                continue
            day = days[moment.date()]
            day.when = moment.date()
            day.temperatures.append(temperature)
            day.rain_mm += rain
    return [days[key] for key in sorted(days)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("log", type=Path, help="the station's CSV file")
    parser.add_argument("--strict", action="store_true", help="stop at the first broken line")
    arguments = parser.parse_args()
    rows = [day.as_row() for day in read_days(arguments.log, skip_broken=not arguments.strict)]
    json.dump(rows, sys.stdout, indent=2, ensure_ascii=False)
    return 0 if rows else 1


if __name__ == "__main__":
    sys.exit(main()))text";

constinit const QStringView javaScript = uR"text(import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const cache = new Map();
const MAX_AGE_MS = 5 * 60 * 1000;

/** Loads the opening hours once and keeps them for a few minutes. */
async function openingHours(file = "./data/hours.json") {
  const cached = cache.get(file);
  if (cached && Date.now() - cached.loadedAt < MAX_AGE_MS) return cached.hours;

  const hours = JSON.parse(await readFile(file, "utf8"));
  if (!Array.isArray(hours) || hours.some((entry) => typeof entry.day !== "string")) {
    throw new TypeError(`${file} does not hold a list of days`);
  }
  cache.set(file, { hours, loadedAt: Date.now() });
  return hours;
}

export function isOpen(hours, now = new Date()) {
  const weekday = now.toLocaleDateString("en-GB", { weekday: "long" }).toLowerCase();
  const minutes = now.getHours() * 60 + now.getMinutes();
  return hours
    .filter(({ day }) => day === weekday)
    .some(({ from, to }) => minutes >= toMinutes(from) && minutes < toMinutes(to));
}

function toMinutes(text) {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return NaN;
  const [, hour, minute] = match.map(Number);
  return hour * 60 + minute;
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  if (url.pathname !== "/status") {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    return;
  }
  try {
    const open = isOpen(await openingHours());
    response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
    response.end(JSON.stringify({ open, checkedAt: new Date().toISOString() }));
  } catch (error) {
    console.error("could not read the opening hours:", error.message);
    response.writeHead(500).end();
  }
});

server.listen(Number(process.env.PORT) || 8080, () => console.log(`listening on ${server.address().port}`));)text";

constinit const QStringView json = uR"text({
  "library": {
    "name": "Branch at the harbour",
    "opened": "2009-04-18",
    "address": {"street": "Quay 7", "postcode": "24103", "coordinates": [54.3213, 10.1349]},
    "open": true
  },
  "books": [
    {
      "id": "b-000481",
      "title": "A Field Guide to Mosses",
      "languages": ["en", "de"],
      "pages": 312,
      "price": 24.9,
      "available": true,
      "tags": ["nature", "plants", "reference"],
      "loans": [
        {"reader": 10482, "from": "2026-03-02T09:15:00Z", "to": "2026-03-23T16:40:12Z", "reminders": 0},
        {"reader": 11730, "from": "2026-04-01T11:02:30Z", "to": null, "reminders": 2}
      ]
    },
    {
      "id": "b-000482",
      "title": "Bridges of Stone and Steel",
      "languages": ["en"],
      "pages": 198,
      "price": 31.5,
      "available": false,
      "tags": ["engineering", "history"],
      "loans": []
    },
    {
      "id": "b-000490",
      "title": "The Lighthouse Keeper's Cookbook",
      "languages": ["en", "fr", "it"],
      "pages": 144,
      "price": 18.0,
      "available": true,
      "tags": ["cooking", "sea", "stories"],
      "loans": [
        {"reader": 10977, "from": "2025-12-19T14:20:05Z", "to": "2026-01-09T10:00:00Z", "reminders": 1}
      ]
    }
  ],
  "settings": {"maxLoanDays": 21, "maxRenewals": 3, "fineperday": 0.25, "notify": {"mail": true, "sms": false}},
  "checksum": "9f2c4b7a10de33e85c6f"
})text";

} // namespace orangery::tokentexts
