// SPDX-License-Identifier: MIT
#include "render/post_timeline.hpp"

#include "base/time.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

namespace pmsite {
namespace {

/// "at-10:44"; the second entry of the same minute is "at-10:44-2".
class MomentAnchors {
 public:
  std::string next(const Instant& instant) {
    const std::string anchor = "at-" + format_clock(instant);
    const int use = ++uses_[anchor];
    return use == 1 ? anchor : fmt::format("{}-{}", anchor, use);
  }

 private:
  std::map<std::string, int> uses_;
};

Value::List states(const TimelineEntry& entry, const Architecture* architecture) {
  Value::List rows;
  for (const auto& change : entry.states) {
    const auto* component = architecture ? architecture->find(change.component) : nullptr;
    rows.push_back(Value::Object{{"component", change.component},
                                 {"label", component ? component->label : change.component},
                                 {"state", word(change.state)}});
  }
  return rows;
}

/// "+3 min" since the entry before; empty for the first, and for entries of the same minute.
std::string gap_text(const TimelineEntry* before, const TimelineEntry& entry) {
  if (before == nullptr || entry.start.utc - before->start.utc < std::chrono::minutes{1}) return {};
  return "+" + format_duration(entry.start.utc - before->start.utc);
}

/// The day, where the entry before was on another one. The first entry says it only if the incident began
/// elsewhere.
std::string date_text(const Postmortem& post, const TimelineEntry* before, const TimelineEntry& entry) {
  const Date date = local_date(entry.start);
  const bool same = before != nullptr ? local_date(before->start) == date
                                      : post.started_at && local_date(post.started_at->value) == date;
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

Value::Object post_timeline(const Content& content, const Postmortem& post, const Node& list,
                            const BodyOptions& options) {
  const Architecture* architecture =
      post.architecture ? content.find_architecture(post.architecture->value) : nullptr;
  MomentAnchors anchors;
  Value::List entries;
  const TimelineEntry* before = nullptr;
  for (const auto& entry : post.timeline) {
    const std::string anchor = anchors.next(entry.start);
    const int line = entry.at.begin.line;
    if (line >= list.at.begin.line && line <= list.at.end.line) {
      Value::Object data = entry_data(entry, architecture, options);
      data.push_back({"anchor", anchor});
      data.push_back({"date_text", date_text(post, before, entry)});
      data.push_back({"gap_text", gap_text(before, entry)});
      entries.push_back(std::move(data));
    }
    before = &entry;
  }
  return {{"entries", std::move(entries)}};
}

}  // namespace pmsite
