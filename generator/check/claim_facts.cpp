// SPDX-License-Identifier: MIT
#include "check/claim_facts.hpp"

#include "base/text.hpp"
#include "check/whole_timeline.hpp"
#include "prose/phrases.hpp"
#include "prose/times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pmsite {
namespace {

using std::chrono::seconds;

constexpr std::size_t kMostInstants = 1000;

bool holds(EventSet set, EventKind kind) { return (set & event_set({kind})) != 0; }

bool is_failing(ComponentState state) {
  return state == ComponentState::degraded || state == ComponentState::down;
}

}  // namespace

ClaimFacts::ClaimFacts(const Postmortem& post) {
  if (post.started_at) offset_ = post.started_at->value.offset;
  if (!post.timeline.empty()) offset_ = post.timeline.front().start.offset;
  is_complete_ = whole_timeline(post) != nullptr && post.timeline.size() <= kMostInstants;
  if (post.started_at && post.resolved_at && post.started_at->value.utc < post.resolved_at->value.utc)
    whole_ = Stretch{post.started_at->value.utc, post.resolved_at->value.utc};
  if (is_complete_) add_entries(post.timeline);
  if (is_complete_) add_states(post.timeline);
  if (post.started_at) instants_.push_back({post.started_at->value.utc, EventKind::started, "started_at"});
  if (post.resolved_at)
    instants_.push_back({post.resolved_at->value.utc, EventKind::resolved, "resolved_at"});
  std::stable_sort(instants_.begin(), instants_.end(),
                   [](const auto& a, const auto& b) { return a.time < b.time; });
  if (instants_.empty()) return;
  first_day_ = local_date({instants_.front().time, offset_});
  last_day_ = local_date({instants_.back().time, offset_});
}

void ClaimFacts::add_entries(const Timeline& timeline) {
  for (const auto& entry : timeline) {
    instants_.push_back({entry.start.utc, entry.kind, label(entry.kind)});
    if (!entry.end) continue;
    instants_.push_back({entry.end->utc, entry.kind, label(entry.kind)});
    if (entry.kind == EventKind::misled) misled_.push_back({entry.start.utc, entry.end->utc});
  }
  const auto* started = first_of(timeline, EventKind::started);
  const auto* resolved = last_of(timeline, EventKind::resolved);
  if (started != nullptr && resolved != nullptr)
    impaired_.push_back({started->start.utc, resolved->start.utc});
  for (const auto* mitigated :
       {first_of(timeline, EventKind::mitigated), last_of(timeline, EventKind::mitigated)}) {
    if (mitigated == nullptr) continue;
    if (whole_) impaired_.push_back({whole_->from, mitigated->start.utc});
    if (started != nullptr) impaired_.push_back({started->start.utc, mitigated->start.utc});
  }
}

void ClaimFacts::add_states(const Timeline& timeline) {
  std::map<std::string_view, UtcTime> failing;  // since when
  std::optional<UtcTime> first;
  for (const auto& entry : timeline) {
    for (const auto& change : entry.states) {
      if (is_failing(change.state)) {
        failing.try_emplace(change.component, entry.start.utc);
        if (!first) first = entry.start.utc;
      } else if (const auto since = failing.find(change.component); since != failing.end()) {
        impaired_.push_back({since->second, entry.start.utc});
        impaired_.push_back({*first, entry.start.utc});
        failing.erase(since);
      }
    }
  }
}

std::optional<Stretch> ClaimFacts::nearest(seconds length, EventSet from, EventSet to) const {
  std::vector<UtcTime> begins;
  for (const auto& instant : instants_)
    if (holds(from, instant.kind)) begins.push_back(instant.time);
  std::optional<Stretch> best;
  const auto consider = [&](UtcTime begin, UtcTime end) {
    const Stretch stretch{begin, end};
    if (begin < end && (!best || abs(stretch.length() - length) < abs(best->length() - length)))
      best = stretch;
  };
  for (const auto& instant : instants_) {
    if (!holds(to, instant.kind)) continue;
    const auto behind = std::lower_bound(begins.begin(), begins.end(), instant.time - length);
    if (behind != begins.end()) consider(*behind, instant.time);
    if (behind != begins.begin()) consider(*std::prev(behind), instant.time);
  }
  return best;
}

bool ClaimFacts::tells_of_other_days(std::string_view sentence) const {
  if (instants_.empty()) return true;
  for (const auto& date : find_dates(sentence)) {
    if (date.is_ambiguous) return true;
    const Date day{std::chrono::year{date.year.value_or(int{first_day_.year()})},
                   std::chrono::month{static_cast<unsigned>(date.month)},
                   std::chrono::day{static_cast<unsigned>(date.day)}};
    const Date next_year{day.year() + std::chrono::years{1}, day.month(), day.day()};
    const auto is_ours = [&](Date each) { return first_day_ <= each && each <= last_day_; };
    if (!is_ours(day) && (date.year || !is_ours(next_year))) return true;
  }
  for (auto word = next_word(sentence, 0); word.begin < word.end; word = next_word(sentence, word.end)) {
    constexpr std::size_t kYearDigits = 4;
    const int year = word.end - word.begin == kYearDigits ? parse_digits(word.of(sentence)) : -1;
    if (year >= kFirstYear && year <= kLastYear &&
        (year < int{first_day_.year()} || year > int{last_day_.year()}))
      return true;
  }
  return false;
}

std::string ClaimFacts::ends_of(const Stretch& stretch) const {
  const Instant from{stretch.from, offset_}, to{stretch.to, offset_};
  if (local_date(from) == local_date(to))
    return fmt::format("{} to {}", format_clock(from), format_clock(to));
  return fmt::format("{} {} to {} {}", format_date(local_date(from)), format_clock(from),
                     format_date(local_date(to)), format_clock(to));
}

}  // namespace pmsite
