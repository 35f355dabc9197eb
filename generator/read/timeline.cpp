// SPDX-License-Identifier: MIT
#include "read/timeline.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "read/calendar.hpp"
#include "read/reading_rules.hpp"
#include "read/timeline_item.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace pmsite {
namespace {

/// Whether a word of prose is a zone: "UTC", "CET", "+01:00". A number with a sign is an offset only in
/// full, since "+5" may count anything.
bool is_zone_in_prose(std::string_view word) {
  if (word.empty() || word == "Z") return false;
  const bool has_letters = is_letter(word[0]);
  return (has_letters || word.size() == std::string_view("+01:00").size()) && !zone_meanings(word).empty();
}

/// The first zone in `prose`. With `needs_time`, one in a sentence that speaks of the times: "The PT team was
/// on call" says nothing about the entries.
std::string zone_in(std::string_view prose, bool needs_time) {
  std::string word, zone;
  bool speaks_of_time = !needs_time;
  for (std::size_t i = 0; i <= prose.size(); ++i) {
    const char c = i < prose.size() ? prose[i] : ' ';
    if (is_letter(c) || is_digit(c) || c == '+' || c == ':' || c == '-') {
      word += c;
      continue;
    }
    while (word.ends_with(':') || word.ends_with('-')) word.pop_back();
    const std::string lower = to_lower(word);
    for (const auto* wanted : {"time", "times", "timezone", "timestamp", "timestamps"})
      speaks_of_time = speaks_of_time || lower == wanted;
    if (zone.empty() && is_zone_in_prose(word)) zone = word;
    word.clear();
    if (speaks_of_time && !zone.empty()) return zone;
    const bool at_word_end = i + 1 >= prose.size() || prose[i + 1] == ' ';
    const bool sentence_ends = at_word_end && (c == '.' || c == '!' || c == '?' || c == ';');
    if (!sentence_ends) continue;
    zone.clear();
    speaks_of_time = !needs_time;
  }
  return {};
}

/// What stands in the brackets of a heading: "all times in CET".
std::string in_brackets(std::string_view heading) {
  const auto open = heading.find_first_of("([");
  if (open == std::string_view::npos) return {};
  return std::string(heading.substr(open + 1, heading.find_first_of(")]", open) - open - 1));
}

/// "All times are UTC": a zone that the heading, a paragraph or an alert gives to every entry.
std::string stated_zone(const Section& section) {
  const std::string heading = plain_text(section.heading);
  if (auto zone = zone_in(in_brackets(heading), false); !zone.empty()) return zone;
  if (auto zone = zone_in(heading, true); !zone.empty()) return zone;
  for (const auto& block : section.blocks)
    if (block.kind == NodeKind::paragraph || block.kind == NodeKind::alert)
      if (auto zone = zone_in(plain_text(block), true); !zone.empty()) return zone;
  return {};
}

/// The zone for entries without one: a stated one, else the only one that entries use.
std::string common_zone(const Section& section, const std::vector<TimelineItem>& items) {
  if (auto stated = stated_zone(section); !stated.empty()) return stated;
  std::set<std::string> zones;
  for (const auto& item : items)
    if (!item.stamp.zone.empty()) zones.insert(item.stamp.zone);
  return zones.size() == 1 ? *zones.begin() : std::string();
}

/// The zone that a lower-case word behind the time means: "UTC" for "utc". Empty for other words.
std::string upper_case_zone(const TimelineItem& item) {
  std::string upper;
  for (const char c : item.lower_case_zone)
    upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return zone_meanings(upper).empty() ? std::string() : upper;
}

/// Takes the items out that have no dash behind their time. A list without any dash is told once.
void refuse_without_dash(std::vector<TimelineItem>& items, const FileReporter& reporter) {
  const auto has_dash = [](const TimelineItem& item) { return item.stamp.has_separator; };
  constexpr std::string_view kHelp = "write `14:05 UTC - what happened`";
  std::set<std::string> zones_reported;
  std::vector<const TimelineItem*> without;
  for (const auto& item : items) {
    if (has_dash(item)) continue;
    const auto upper = upper_case_zone(item);
    if (upper.empty()) {
      without.push_back(&item);
    } else if (zones_reported.insert(item.lower_case_zone).second) {
      reporter.report(kTimelineZone, item.entry.at, fmt::format("`{}` is not a zone", item.lower_case_zone),
                      fmt::format("write the zone in upper case: `{}`", upper));
    }
  }
  if (without.size() > 1 && without.size() == items.size()) {
    reporter.report(kTimelineTime, without[0]->entry.at,
                    fmt::format("{} entries have no dash between the time and the text", without.size()),
                    std::string(kHelp));
  } else {
    for (const auto* item : without)
      reporter.report(kTimelineTime, item->entry.at, "no dash between the time and the text",
                      std::string(kHelp));
  }
  std::erase_if(items, [&](const TimelineItem& item) { return !has_dash(item); });
}

/// Whether nothing at all gives a zone; told once for the list.
bool refuse_without_zone(const std::vector<TimelineItem>& items, const std::string& common_zone,
                         const FileReporter& reporter) {
  const bool any = std::any_of(items.begin(), items.end(),
                               [](const TimelineItem& item) { return !item.stamp.zone.empty(); });
  if (any || !common_zone.empty() || items.size() < 2) return false;
  reporter.report(kTimelineZone, items[0].entry.at, fmt::format("{} entries have no zone", items.size()),
                  std::string(kHowToGiveZone));
  return true;
}

}  // namespace

Timeline read_timeline(const Section& section, const std::optional<Located<Instant>>& started_at,
                       const SourceText& source, const FileReporter& reporter) {
  std::vector<TimelineItem> items;
  for (const auto& block : section.blocks)
    if (block.kind == NodeKind::list)
      for (const auto& bullet : block.children)
        if (auto item = read_timeline_item(bullet, source, reporter)) items.push_back(*std::move(item));
  refuse_without_dash(items, reporter);
  const std::string zone = common_zone(section, items);
  if (refuse_without_zone(items, zone, reporter)) return {};

  Calendar calendar(started_at, zone, reporter);
  Timeline timeline;
  for (auto& item : items)
    if (calendar.place(item)) timeline.push_back(std::move(item.entry));
  return timeline;
}

}  // namespace pmsite
