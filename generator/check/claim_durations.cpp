// SPDX-License-Identifier: MIT
#include "check/claim_durations.hpp"

#include "check/claim_facts.hpp"
#include "check/claim_intervals.hpp"
#include "check/claims.hpp"
#include "check/length_claims.hpp"
#include "prose/durations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace pmsite {
namespace {

using std::chrono::seconds;

// A path that led nowhere begins no phase.
constexpr EventSet kBegins = kAllEvents & ~event_set({EventKind::misled, EventKind::investigated});
constexpr EventSet kStarts =
    event_set({EventKind::started, EventKind::changed, EventKind::detected, EventKind::regressed});
constexpr EventSet kRepairBegins = kStarts | event_set({EventKind::acknowledged, EventKind::declared,
                                                        EventKind::escalated, EventKind::identified});
constexpr EventSet kAlertBegins = kBegins & ~event_set({EventKind::changed});
constexpr EventSet kDetections = event_set({EventKind::detected, EventKind::declared});
constexpr EventSet kAlerts =
    kDetections | event_set({EventKind::acknowledged, EventKind::escalated, EventKind::communicated});
constexpr EventSet kEnds = event_set({EventKind::mitigated, EventKind::resolved, EventKind::verified});

/// What a claim is compared with: any of `accepted` makes it true. The first is named if none does.
struct Yardstick {
  std::string_view meaning;
  std::vector<Stretch> accepted;
  bool adds_up = false;  ///< their sum makes it true as well, and is named
};

/// From the first event of one kind to the first of another.
std::optional<Stretch> between(const ClaimFacts& facts, EventKind from, EventKind to) {
  std::optional<UtcTime> begin;
  for (const auto& instant : facts.instants()) {
    if (instant.kind == to && begin && instant.time > *begin) return Stretch{*begin, instant.time};
    if (instant.kind == from && !begin) begin = instant.time;
  }
  return std::nullopt;
}

/// What a phase is called, how it is usually counted, and between which events authors may count it too.
struct Phase {
  std::string_view meaning;
  std::optional<Stretch> usual;
  EventSet begins, ends;
};

Yardstick yardstick_of(const Phase& phase, const LengthClaim& claim, seconds length,
                       const ClaimFacts& facts) {
  Yardstick yardstick{phase.meaning, {}, false};
  if (!facts.is_complete()) return yardstick;
  // What took far longer than all that is told is something else, unless it is said to be the incident.
  if (!claim.is_named && length > 2 * facts.span()) return yardstick;
  if (phase.usual) yardstick.accepted.push_back(*phase.usual);
  const auto begins = claim.is_from_start ? kStarts : phase.begins;
  if (const auto nearest = facts.nearest(length, begins, phase.ends)) yardstick.accepted.push_back(*nearest);
  return yardstick;
}

Yardstick whole(const ClaimFacts& facts) {
  Yardstick yardstick{"how long it lasted", {}, false};
  // Of a timeline that could not be read whole, it may be the rest that makes a claim true.
  if (!facts.whole() || !facts.is_complete()) return yardstick;
  yardstick.accepted.push_back(*facts.whole());
  yardstick.accepted.insert(yardstick.accepted.end(), facts.impaired().begin(), facts.impaired().end());
  return yardstick;
}

/// Any two events, where it is not said which.
Yardstick any(const ClaimFacts& facts, seconds length) {
  constexpr int kFarthest = 10;
  if (!facts.is_complete() || length > kFarthest * facts.span()) return {};
  Yardstick yardstick = whole(facts);
  if (const auto nearest = facts.nearest(length, kAllEvents, kAllEvents))
    yardstick.accepted.push_back(*nearest);
  return yardstick;
}

Yardstick yardstick_of(const LengthClaim& claim, seconds length, const ClaimFacts& facts) {
  const auto detected = between(facts, EventKind::started, EventKind::detected);
  switch (claim.meaning) {
    case LengthMeaning::detect:
      return yardstick_of({"how long detection took", detected, kBegins, kDetections}, claim, length, facts);
    case LengthMeaning::alert:
      return yardstick_of({"how long detection took", detected, kBegins, kAlerts}, claim, length, facts);
    case LengthMeaning::acknowledge:
      return yardstick_of(
          {"how long acknowledgement took", between(facts, EventKind::detected, EventKind::acknowledged),
           kAlertBegins, event_set({EventKind::acknowledged})},
          claim, length, facts);
    case LengthMeaning::identify:
      return yardstick_of(
          {"how long finding the cause took", between(facts, EventKind::detected, EventKind::identified),
           kBegins, event_set({EventKind::identified})},
          claim, length, facts);
    case LengthMeaning::mitigate:
      return yardstick_of(
          {"how long mitigation took", between(facts, EventKind::started, EventKind::mitigated),
           kRepairBegins, event_set({EventKind::mitigated})},
          claim, length, facts);
    case LengthMeaning::resolve:
      return yardstick_of({"how long the repair took", facts.whole(), kRepairBegins, kEnds}, claim, length,
                          facts);
    case LengthMeaning::misled:
      return {"the time spent on wrong paths", facts.misled(), true};
    case LengthMeaning::any:
      return any(facts, length);
    default:
      return whole(facts);
  }
}

/// "10:12 to 11:05 is 53 min", "10:20 to 10:34 and 10:40 to 10:45 are 19 min".
std::string arithmetic(const Yardstick& yardstick, const ClaimFacts& facts) {
  if (!yardstick.adds_up || yardstick.accepted.size() < 2) {
    const auto& named = yardstick.accepted.front();
    return fmt::format("{} is {}", facts.ends_of(named), format_duration(named.length()));
  }
  std::string ranges;
  seconds total{0};
  for (const auto& stretch : yardstick.accepted) {
    ranges += fmt::format("{}{}", ranges.empty() ? "" : " and ", facts.ends_of(stretch));
    total += stretch.length();
  }
  return fmt::format("{} are {}", ranges, format_duration(total));
}

bool fits(const DurationMention& claim, Bound bound, const Yardstick& yardstick) {
  seconds total{0};
  for (const auto& stretch : yardstick.accepted) {
    if (is_true_of(claim, bound, stretch.length())) return true;
    total += stretch.length();
  }
  return yardstick.adds_up && is_true_of(claim, bound, total);
}

/// Checks one length that is tied to the incident.
void check_claim(const Subject& subject, const ClaimText& text, const DurationMention& length,
                 const LengthClaim& claim, const ClaimFacts& facts, const CheckReporter& report) {
  if (is_in_quotation(text, length.at)) return;
  if (facts.tells_of_other_days(text.text)) return;
  const Yardstick yardstick = yardstick_of(claim, length.length, facts);
  if (yardstick.accepted.empty() || fits(length, bound_before(text.text, length.at.begin), yardstick)) return;
  if (contradicts_interval(text.text, length)) return;  // another rule says so
  report(text.span(subject.post, length.at),
         fmt::format("`{}` is not {}: {}", as_written(text.text, length.at), yardstick.meaning,
                     arithmetic(yardstick, facts)),
         "correct the length, or the times it is counted from");
}

}  // namespace

void check_claimed_durations(const Subject& subject, const CheckReporter& report) {
  std::optional<ClaimFacts> facts;
  for (const auto& text : claim_texts(subject, next_length_sign)) {
    const auto lengths = find_durations(text.text);
    if (lengths.size() > kMostClaims) continue;
    for (const auto& length : lengths) {
      const auto claim = read_length_claim(text, length.at, subject.post);
      if (!claim) continue;
      if (!facts) facts.emplace(subject.post);
      check_claim(subject, text, length, *claim, *facts, report);
    }
  }
}

}  // namespace pmsite
