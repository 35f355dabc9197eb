// SPDX-License-Identifier: MIT
#include "render/incident_bar.hpp"

#include "base/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

struct Milestone {
  EventKind kind = EventKind::started;
  Instant at;
};

/// Those that the post tells, each not before the one before it; a rule reports others.
std::vector<Milestone> milestones_of(const Postmortem& post) {
  std::vector<Milestone> milestones = {{EventKind::started, post.started_at->value}};
  constexpr std::array kBetween = {EventKind::detected, EventKind::acknowledged, EventKind::mitigated};
  for (const auto kind : kBetween) {
    const auto* entry = first_of(post.timeline, kind);
    const bool fits = entry != nullptr && entry->start.utc >= milestones.back().at.utc &&
                      entry->start.utc <= post.resolved_at->value.utc;
    if (fits) milestones.push_back({kind, entry->start});
  }
  milestones.push_back({EventKind::resolved, post.resolved_at->value});
  return milestones;
}

/// Percentages of the time between two instants. A little room is left at both ends for what stands there.
class Scale {
 public:
  Scale(UtcTime begin, UtcTime end)
      : begin_(begin), length_(std::chrono::duration<double>(end - begin).count()) {}

  double position(UtcTime at) const {
    const double share = std::chrono::duration<double>(at - begin_).count() / length_;
    return kEdge + (100 - 2 * kEdge) * std::clamp(share, 0.0, 1.0);
  }

 private:
  static constexpr double kEdge = 1;

  UtcTime begin_;
  double length_;
};

std::string percent(double number) { return fmt::format("{:.1f}%", number); }

Value span_of(const Scale& scale, UtcTime from, UtcTime to) {
  const double x = scale.position(from);
  return Value::Object{{"x", percent(x)}, {"width", percent(scale.position(to) - x)}};
}

Value::List segments_of(const std::vector<Milestone>& milestones, const Scale& scale) {
  Value::List segments;
  for (std::size_t i = 0; i + 1 < milestones.size(); ++i) {
    const double x = scale.position(milestones[i].at.utc);
    segments.push_back(Value::Object{{"kind", word(milestones[i].kind)},
                                     {"x", percent(x)},
                                     {"width", percent(scale.position(milestones[i + 1].at.utc) - x)}});
  }
  return segments;
}

/// All in the offset of the timeline, which tells them again.
Value::List milestone_rows(const std::vector<Milestone>& milestones, std::chrono::minutes offset) {
  Value::List rows;
  for (std::size_t i = 0; i < milestones.size(); ++i) {
    const auto& [kind, at] = milestones[i];
    const Instant there{at.utc, offset};
    const Date day = local_date(there);
    const bool is_new_day = i > 0 && day != local_date({milestones[i - 1].at.utc, offset});
    const auto gap = i == 0 ? std::chrono::seconds{0} : at.utc - milestones[i - 1].at.utc;
    rows.push_back(Value::Object{{"kind", word(kind)},
                                 {"label", label(kind)},
                                 {"day", is_new_day ? format_long_date(day) : ""},
                                 {"clock", format_clock(there)},
                                 {"iso", format_rfc3339(there)},
                                 {"gap", gap.count() < 60 ? "" : "+" + format_duration(gap)}});
  }
  return rows;
}

}  // namespace

Value incident_bar(const Postmortem& post, const std::vector<Moment>& moments) {
  if (!post.started_at || !post.resolved_at || post.resolved_at->value.utc <= post.started_at->value.utc)
    return false;
  const auto milestones = milestones_of(post);
  const Scale scale(milestones.front().at.utc, milestones.back().at.utc);
  Value::List misled, marks;
  for (const auto& entry : post.timeline)
    if (entry.kind == EventKind::misled && entry.end && entry.end->utc > milestones.front().at.utc &&
        entry.start.utc < milestones.back().at.utc)
      misled.push_back(span_of(scale, entry.start.utc, entry.end->utc));
  for (std::size_t i = 0; i < moments.size(); ++i)
    marks.push_back(Value::Object{{"index", std::to_string(i)},
                                  {"x", percent(scale.position(post.timeline[moments[i].entry].start.utc))}});
  const bool has_misled = !misled.empty();
  const auto offset =
      post.timeline.empty() ? post.started_at->value.offset : post.timeline.front().start.offset;
  return Value::Object{{"milestones", milestone_rows(milestones, offset)},
                       {"segments", segments_of(milestones, scale)},
                       {"has_misled", has_misled},
                       {"misled", std::move(misled)},
                       {"marks", std::move(marks)}};
}

}  // namespace pmsite
