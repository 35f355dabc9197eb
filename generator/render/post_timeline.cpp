// SPDX-License-Identifier: MIT
#include "render/post_timeline.hpp"

#include "base/time.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

namespace pmsite {
namespace {

/// The moment of the replay that shows an entry: "3"; empty where none does.
std::string moment_of(const ReplayFacts* replay, std::size_t entry) {
  if (replay == nullptr) return {};
  for (std::size_t i = 0; i < replay->moments.size(); ++i)
    if (replay->moments[i].entry == entry) return std::to_string(i);
  return {};
}

Value::List states(const TimelineEntry& entry, const Architecture* architecture) {
  Value::List rows;
  for (const auto& change : entry.states) {
    const auto* component = architecture ? architecture->find(change.component) : nullptr;
    rows.push_back(Value::Object{{"label", component ? component->label : change.component},
                                 {"state", word(change.state)}});
  }
  return rows;
}

/// "+3 min" since the entry before; empty for the first, and for entries of the same minute.
std::string gap_text(const TimelineEntry* before, const TimelineEntry& entry) {
  if (before == nullptr || entry.start.utc - before->start.utc < std::chrono::minutes{1}) return {};
  return "+" + format_duration(entry.start.utc - before->start.utc);
}

/// How much of the whole timeline passed since the entry before: "" up to a fifth, then "1" to "3".
std::string gap_rank(const Timeline& timeline, const TimelineEntry* before, const TimelineEntry& entry) {
  if (before == nullptr) return {};
  const auto whole = timeline.back().start.utc - timeline.front().start.utc;
  const auto gap = entry.start.utc - before->start.utc;
  if (5 * gap <= whole) return {};
  return 5 * gap > 3 * whole ? "3" : 5 * gap > 2 * whole ? "2" : "1";
}

/// The day, where the entry before was on another one. The first entry says it where the incident began on
/// another day or a later entry will be on one.
std::string date_text(const Postmortem& post, const TimelineEntry* before, const TimelineEntry& entry) {
  const Date date = local_date(entry.start);
  const bool one_day = local_date(post.timeline.back().start) == date && post.started_at &&
                       local_date(post.started_at->value) == date;
  const bool same = before != nullptr ? local_date(before->start) == date : one_day;
  return same ? std::string() : format_long_date(date);
}

Value::Object entry_data(const TimelineEntry& entry, const Architecture* architecture,
                         const BodyOptions& options) {
  return {
      {"start_iso", format_rfc3339(entry.start)},
      {"start_text", format_clock(entry.start)},
      {"end_iso", entry.end ? format_rfc3339(*entry.end) : ""},
      {"end_text", entry.end ? format_clock(*entry.end) : ""},
      {"zone", entry.zone},
      {"kind", word(entry.kind)},
      {"kind_label", label(entry.kind)},
      {"text_html", render_inlines(entry.text, options)},
      {"details_html", render_blocks(entry.details, options)},
      {"states", states(entry, architecture)},
  };
}

}  // namespace

std::vector<std::string> entry_anchors(const Timeline& timeline) {
  std::map<std::string, int> uses;
  std::vector<std::string> anchors;
  for (const auto& entry : timeline) {
    const std::string anchor = "at-" + format_clock(entry.start);
    const int use = ++uses[anchor];
    anchors.push_back(use == 1 ? anchor : fmt::format("{}-{}", anchor, use));
  }
  return anchors;
}

Value::Object post_timeline(const Postmortem& post, const ReplayFacts* replay, const Node& list,
                            const BodyOptions& options) {
  const auto anchors = entry_anchors(post.timeline);
  Value::List entries;
  for (std::size_t i = 0; i < post.timeline.size(); ++i) {
    const auto& entry = post.timeline[i];
    const int line = entry.at.begin.line;
    if (line < list.at.begin.line || line > list.at.end.line) continue;
    const TimelineEntry* before = i == 0 ? nullptr : &post.timeline[i - 1];
    Value::Object data = entry_data(entry, replay == nullptr ? nullptr : &replay->architecture, options);
    data.push_back({"anchor", anchors[i]});
    data.push_back({"moment", moment_of(replay, i)});
    data.push_back({"date_text", date_text(post, before, entry)});
    data.push_back({"gap_text", gap_text(before, entry)});
    data.push_back({"gap_rank", gap_rank(post.timeline, before, entry)});
    entries.push_back(std::move(data));
  }
  return {{"entries", std::move(entries)}};
}

}  // namespace pmsite
