// SPDX-License-Identifier: MIT
#include "check/milestone_times.hpp"

#include "base/time.hpp"
#include "check/whole_timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

using namespace std::chrono;

UtcTime end_of(const TimelineEntry& entry) { return entry.end ? entry.end->utc : entry.start.utc; }

std::string bold(EventKind kind) { return fmt::format("**{}**", label(kind)); }

/// Whether an entry tells of the moment, to the minute.
bool agrees(const TimelineEntry& entry, UtcTime moment) {
  return moment > entry.start.utc - minutes{1} && moment < end_of(entry) + minutes{1};
}

/// "10:12", with as much of date and zone as tells it from the other.
std::string tell(const Instant& moment, const Instant& other) {
  std::string text = format_clock(moment);
  if (local_date(moment) != local_date(other)) text = format_date(local_date(moment)) + " " + text;
  if (moment.offset != other.offset) text += " " + format_offset(moment.offset);
  return text;
}

/// Which typing error can have made one time out of the other.
std::string guess_mistake(const Instant& one, const Instant& other) {
  const Date date = local_date(one), other_date = local_date(other);
  if (format_clock(one) == format_clock(other)) {
    if (date == other_date) return "both clocks show the same time: one of the zones is wrong";
    if (date.month() == other_date.month() && date.day() == other_date.day())
      return "both clocks show the same time: one of the years is mistyped";
    const bool swapped = unsigned{date.month()} == unsigned{other_date.day()} &&
                         unsigned{date.day()} == unsigned{other_date.month()};
    return swapped ? "month and day are swapped in one of them"
                   : "both clocks show the same time: one of the dates is wrong";
  }
  if (abs(one.utc - other.utc) == hours{12})
    return "twelve hours apart: morning and afternoon may be mixed up";
  return "correct one of the two";
}

/// How far an entry is from the instant of the front matter that it should tell of. Nothing where one of the
/// two is not there, or another entry of the kind agrees.
seconds distance(const Timeline& timeline, const TimelineEntry* entry,
                 const std::optional<Located<Instant>>& fact) {
  if (entry == nullptr || !fact) return seconds{0};
  const bool told = std::any_of(timeline.begin(), timeline.end(), [&](const TimelineEntry& each) {
    return each.kind == entry->kind && agrees(each, fact->value.utc);
  });
  return told ? seconds{0} : entry->start.utc - fact->value.utc;
}

void report_mismatch(const CheckReporter& report, const TimelineEntry& entry, const Instant& fact,
                     std::string_view key) {
  const auto distance = entry.start.utc - fact.utc;
  report(entry.at,
         fmt::format("{} is at {}, `{}` at {}: {} {}", bold(entry.kind), tell(entry.start, fact), key,
                     tell(fact, entry.start), format_duration(abs(distance)),
                     distance < seconds{0} ? "earlier" : "later"),
         guess_mistake(entry.start, fact));
}

/// A milestone that cannot come before another one.
struct Order {
  EventKind later, earlier;
};

constexpr std::array kOrders = {
    Order{EventKind::detected, EventKind::started},      Order{EventKind::acknowledged, EventKind::detected},
    Order{EventKind::identified, EventKind::detected},   Order{EventKind::mitigated, EventKind::started},
    Order{EventKind::resolved, EventKind::started},      Order{EventKind::resolved, EventKind::detected},
    Order{EventKind::resolved, EventKind::acknowledged}, Order{EventKind::resolved, EventKind::mitigated},
};

/// What a milestone may not come before, and how to name it.
struct Bound {
  UtcTime at = UtcTime::min();
  std::string name;
};

/// The beginning as the timeline has it, else as the front matter has it.
Bound bound_of(const Postmortem& post, EventKind kind) {
  if (const auto* entry = first_of(post.timeline, kind))
    return {entry->start.utc, fmt::format("{} on line {}", bold(kind), entry->at.begin.line)};
  if (kind == EventKind::started && post.started_at) return {post.started_at->value.utc, "`started_at`"};
  return {};
}

}  // namespace

void check_milestone_mismatch(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (whole_timeline(post) == nullptr) return;
  const auto* begin = first_of(post.timeline, EventKind::started);
  const auto* end = last_of(post.timeline, EventKind::resolved);
  const auto at_begin = distance(post.timeline, begin, post.started_at);
  // An end before the beginning is reported where it stands.
  const bool is_interval =
      !post.started_at || !post.resolved_at || post.resolved_at->value.utc >= post.started_at->value.utc;
  const auto at_end = is_interval ? distance(post.timeline, end, post.resolved_at) : seconds{0};
  if (at_begin != seconds{0}) report_mismatch(report, *begin, post.started_at->value, "started_at");
  // Entries take their date from the one before: one mistake may move both.
  if (at_end != seconds{0} && at_end != at_begin)
    report_mismatch(report, *end, post.resolved_at->value, "resolved_at");
}

void check_milestone_order(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (whole_timeline(post) == nullptr) return;
  const TimelineEntry* reported = nullptr;
  for (const auto& [later, earlier] : kOrders) {
    // What was resolved and came back is resolved in the end; every other milestone counts the first time.
    const auto* entry =
        later == EventKind::resolved ? last_of(post.timeline, later) : first_of(post.timeline, later);
    if (entry == nullptr || entry == reported) continue;
    const Bound bound = bound_of(post, earlier);
    // Entries are told to the minute, the front matter may be told to the second.
    if (floor<minutes>(end_of(*entry)) >= floor<minutes>(bound.at)) continue;
    reported = entry;
    report(entry->at,
           fmt::format("{} is {} before {}", bold(later), format_duration(bound.at - end_of(*entry)),
                       bound.name),
           "correct one of the two times, or give one of the entries another kind");
  }
}

void check_starts_late(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const Bound beginning = bound_of(post, EventKind::started);
  if (whole_timeline(post) == nullptr || beginning.name.empty()) return;
  const bool tells = std::any_of(post.timeline.begin(), post.timeline.end(),
                                 [&](const TimelineEntry& entry) { return entry.start.utc < beginning.at; });
  if (!tells)
    report(post.timeline.front().at, "nothing is told of the time before the incident",
           "add what led up to it: `**Changed**: ...`");
}

void check_gaps(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (whole_timeline(post) == nullptr || !post.started_at || !post.resolved_at) return;
  const UtcTime begin = post.started_at->value.utc, end = post.resolved_at->value.utc;
  constexpr minutes kShortSilence{15};
  const auto least = std::max<seconds>(kShortSilence, (end - begin) / 4);
  UtcTime told = begin;
  for (const auto& entry : post.timeline) {
    const UtcTime next = std::min(entry.start.utc, end);
    if (next - told > least)
      report(entry.at,
             fmt::format("nothing is told for {} before this entry, of {} in all",
                         format_duration(next - told), format_duration(end - begin)),
             "add what was tried, waited for or told to others in that time");
    told = std::max(told, end_of(entry));
  }
}

}  // namespace pmsite
