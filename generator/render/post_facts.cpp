// SPDX-License-Identifier: MIT
#include "render/post_facts.hpp"

#include "base/time.hpp"
#include "model/milestones.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

constexpr int kWordsPerMinute = 200;
constexpr std::string_view kUnknown = "unknown";

std::string date_and_clock(const Instant& instant) {
  return fmt::format("{}, {}", format_long_date(local_date(instant)), format_clock(instant));
}

/// The end as clocks at the start's place show it, with its date only where that is another day.
std::string end_text(const Instant& start, const Instant& end) {
  const Instant there{end.utc, start.offset};
  return local_date(start) == local_date(there) ? format_clock(there) : date_and_clock(there);
}

/// The interval in UTC, for readers elsewhere; empty where the post tells it in UTC already.
std::string utc_text(const Instant& start, const std::optional<Located<Instant>>& resolved) {
  if (start.offset == std::chrono::minutes{0}) return {};
  const Instant utc_start{start.utc, {}};
  if (!resolved) return fmt::format("{} UTC", date_and_clock(utc_start));
  const Instant utc_end{resolved->value.utc, {}};
  // The local date stands beside it, so the date is said only where it differs.
  const bool same_day = local_date(start) == local_date(utc_start);
  return fmt::format("{} to {} UTC", same_day ? format_clock(utc_start) : date_and_clock(utc_start),
                     end_text(utc_start, utc_end));
}

Value tile(std::string_view label, std::string value, std::string_view note, std::string iso = {}) {
  const bool is_unknown = value == kUnknown;
  return Value::Object{{"label", label},
                       {"value", std::move(value)},
                       {"iso", std::move(iso)},
                       {"note", note},
                       {"is_unknown", is_unknown}};
}

Value::List phases(const Postmortem& post) {
  const Milestones found = milestones(post);
  Value::List rows;
  const auto add = [&rows](std::string_view label, const std::optional<std::chrono::seconds>& length,
                           std::string_view formula) {
    // A negative phase is a fault that a rule reports; a page does not show it.
    if (length && length->count() >= 0)
      rows.push_back(tile(label, format_duration(*length), formula, format_iso_duration(*length)));
  };
  add("Time to detect", found.detect, "detected − started");
  add("Time to acknowledge", found.acknowledge, "acknowledged − detected");
  add("Time to identify", found.identify, "identified − detected");
  add("Time to mitigate", found.mitigate, "mitigated − started");
  add("Time to resolve", found.resolve, "resolved − detected");
  if (const auto misled = misled_time(post.timeline); misled.count() > 0)
    add("Misled for", misled, "sum of the misled ranges");
  return rows;
}

Value::List factors(const Postmortem& post) {
  Value::List rows;
  for (const auto& factor : post.contributing_factors) rows.push_back(Value::Object{{"text", factor.value}});
  return rows;
}

Value users_tile(const Impact& impact) {
  const std::string share = share_text(impact);
  const std::string of_users = share.empty() ? std::string() : share + " of users";
  if (impact.users) return tile("Users affected", number_text(*impact.users), of_users);
  if (!share.empty()) return tile("Affected", share, "of users");
  return tile("Users affected", std::string(kUnknown), impact.users_percent.unknown_reason);
}

/// What is asked first: how long, how many, and whether it is dealt with.
Value::List lead(const Postmortem& post) {
  Value::List tiles;
  if (const auto duration = milestones(post).duration)
    tiles.push_back(
        tile("Duration", format_duration(*duration), "resolved − started", format_iso_duration(*duration)));
  else
    tiles.push_back(tile("Duration", "not over", ""));
  const auto& share = post.impact.users_percent;
  if (!users_text(post.impact).empty() || !share.unknown_reason.empty())
    tiles.push_back(users_tile(post.impact));
  if (post.detection) tiles.push_back(tile("Detected by", std::string(label(*post.detection)), ""));
  if (!post.actions.empty()) {
    tiles.push_back(
        tile("Actions open", fmt::format("{} of {}", open_actions(post), post.actions.size()), ""));
  }
  return tiles;
}

}  // namespace

Value::Object post_facts(const Postmortem& post) {
  const Instant start = post.started_at->value;
  const auto& resolved = post.resolved_at;
  return {
      {"start_iso", format_rfc3339(start)},
      {"start_text", date_and_clock(start)},
      {"end_iso", resolved ? format_rfc3339(resolved->value) : ""},
      {"end_text", resolved ? end_text(start, resolved->value) : ""},
      {"zone_text", zone_text(post)},
      {"utc_text", utc_text(start, resolved)},
      {"is_ongoing", !resolved.has_value()},
      {"requests_failed", post.impact.requests_failed ? number_text(*post.impact.requests_failed) : ""},
      {"symptoms", post.impact.symptoms.value},
      {"data_loss", post.impact.data_loss},
      {"regions_text", enumeration(post.impact.regions)},
      {"cause_text", post.root_cause.text.value},
      {"trigger", post.trigger},
      {"no_misleading_path", post.no_misleading_path ? post.no_misleading_path->value : ""},
      {"has_factors", !post.contributing_factors.empty()},
      {"factors", factors(post)},
      {"words", std::to_string(post.words)},
      {"reading_minutes", std::to_string(std::max(1, (post.words + kWordsPerMinute / 2) / kWordsPerMinute))},
      {"lead", lead(post)},
      {"phases", phases(post)},
  };
}

}  // namespace pmsite
