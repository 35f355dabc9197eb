// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "base/time.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace pmsite {
namespace {

using namespace std::chrono;

UtcTime midnight(Date date) { return sys_days{date}; }

/// "did you mean 2026-03-04?": the same day in the first of these years that `fits`; empty where none does.
template <class Fits>
std::string suggest_year(Date date, std::initializer_list<year> years, const Fits& fits) {
  for (const year each : years) {
    const Date same_day{each, date.month(), date.day()};
    if (each != date.year() && same_day.ok() && fits(same_day))
      return fmt::format("did you mean {}?", format_date(same_day));
  }
  return {};
}

/// Reports what has not happened yet at the time the site is checked for.
class FutureReporter {
 public:
  FutureReporter(const Subject& subject, const CheckReporter& report) : subject_(subject), report_(report) {}

  /// True where it is reported.
  bool check(Span at, std::string_view what, UtcTime moment, Date date) const {
    // A day's grace: no clock on Earth is further ahead.
    const auto limit = subject_.now + days{1};
    if (moment <= limit) return false;
    const auto& post = subject_.post;
    const year now = local_date({subject_.now, minutes{0}}).year();
    const year started = post.started_at ? local_date(post.started_at->value).year() : now;
    const auto suggestion = suggest_year(date, {post.file_date.year(), started, now, now - years{1}},
                                         [&](Date same_day) { return midnight(same_day) <= limit; });
    report_(at, fmt::format("{} is in the future: {}", what, format_date(date)),
            suggestion.empty() ? "correct the date" : suggestion);
    return true;
  }
  bool check(Span at, std::string_view what, const Instant& moment) const {
    return check(at, what, moment.utc, local_date(moment));
  }
  bool check(Span at, std::string_view what, Date date) const {
    return check(at, what, midnight(date), date);
  }

 private:
  const Subject& subject_;
  const CheckReporter& report_;
};

void check_future(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  // A post of the future is left out until its day has come, also when an older site is built again.
  if (publication_time(post).utc > subject.now) return;
  const FutureReporter future(subject, report);
  const bool starts =
      post.started_at && future.check(post.started_at->at, "`started_at`", post.started_at->value);
  if (post.resolved_at) future.check(post.resolved_at->at, "`resolved_at`", post.resolved_at->value);
  // Where the incident itself is in the future, or one entry, the entries that take their date from it are,
  // too.
  for (const auto& entry : post.timeline)
    if (starts || future.check(entry.at, "the entry", entry.start)) break;
  for (const auto& review : post.reviews)
    if (review.date.ok()) future.check(review.at, "the review", review.date);
  for (const auto& action : post.actions)
    if (action.done) future.check(action.at, "the day on which this was done", *action.done);
}

/// From when to when an entry can belong to an incident.
struct Plausible {
  UtcTime from, to;
  bool holds(UtcTime moment) const { return moment >= from && moment <= to; }
};

constexpr days kLongestIncident{60};

void check_length(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!post.started_at || !post.resolved_at) return;
  const auto started = post.started_at->value, resolved = post.resolved_at->value;
  if (resolved.utc - started.utc <= kLongestIncident) return;
  const auto time_of_day = resolved.utc - midnight(local_date(resolved));
  const Plausible plausible{started.utc, started.utc + kLongestIncident};
  const auto suggestion =
      suggest_year(local_date(resolved), {local_date(started).year()},
                   [&](Date same_day) { return plausible.holds(midnight(same_day) + time_of_day); });
  report(post.resolved_at->at,
         fmt::format("the incident would have lasted {}", format_duration(resolved.utc - started.utc)),
         suggestion.empty() ? "correct `started_at` or `resolved_at`" : suggestion);
}

void check_plausible(const Subject& subject, const CheckReporter& report) {
  check_length(subject, report);
  const auto& post = subject.post;
  if (!post.started_at) return;
  const auto started = post.started_at->value;
  const auto ended = std::max(started.utc, post.resolved_at ? post.resolved_at->value.utc : subject.now);
  bool before = false;
  for (const auto& entry : post.timeline) {
    const auto lead = entry.kind == EventKind::changed ? days{30} : days{2};
    const Plausible plausible{started.utc - lead, ended + days{30}};
    // Entries take their date from the one before: what is wrong with the first is wrong with all.
    if (std::exchange(before, !plausible.holds(entry.start.utc)) || !before) continue;
    const bool early = entry.start.utc < started.utc;
    const Date date = local_date(entry.start);
    const auto time_of_day = entry.start.utc - midnight(date);
    const auto suggestion = suggest_year(date, {local_date(started).year()}, [&](Date same_day) {
      return plausible.holds(midnight(same_day) + time_of_day);
    });
    report(entry.at,
           early
               ? fmt::format("the entry is {} before the incident",
                             format_duration(started.utc - entry.start.utc))
               : fmt::format("the entry is {} after the incident", format_duration(entry.start.utc - ended)),
           suggestion.empty() ? "correct its date" : suggestion);
  }
}

/// Where `published_at` stands.
Span find_publication(const Postmortem& post) {
  constexpr int kFarthest = 200;  // front matter is short, and the first mention is in it
  const int first = post.front_matter.begin.line;
  return post.source.find("published_at", first, first + kFarthest);
}

/// The days of an incident, on its own clock.
bool is_day_of(const Postmortem& post, Date date) {
  const Date first = local_date(post.started_at->value);
  const Date last = post.resolved_at ? local_date(post.resolved_at->value) : first;
  return date >= first && date <= std::max(first, last);
}

void check_file_date(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!post.file_date.ok() || !post.started_at || post.slug.empty()) return;
  const Date started = local_date(post.started_at->value);
  const Date named = post.file_date;
  const std::string help = fmt::format("name it {}-{}.md", format_date(started), post.slug);
  // The day may be counted in UTC, where it began an hour or a day earlier.
  if (named < std::min(started, local_date({post.started_at->value.utc, minutes{0}}))) {
    report(post.front_matter,
           fmt::format("the file is named after {}, and the incident began on {}", format_date(named),
                       format_date(started)),
           help);
  } else if (post.published_at && !is_day_of(post, named) && named != local_date(*post.published_at)) {
    report(post.front_matter,
           fmt::format(
               "the file is named after {}, which is neither the day of the incident ({}) nor that of its "
               "publication ({})",
               format_date(named), format_date(started), format_date(local_date(*post.published_at))),
           help);
  }
}

void check_published_before(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!post.resolved_at || !post.started_at) return;
  const bool is_told = post.published_at.has_value();
  if (!is_told && (post.status != PostStatus::published || !post.file_date.ok())) return;
  const Date published = local_date(publication_time(post)), resolved = local_date(post.resolved_at->value);
  // A date without a time may be counted in UTC. A file name before the incident is another fault.
  const Date earliest = std::min(resolved, local_date({post.resolved_at->value.utc, minutes{0}}));
  const bool is_later = is_told && post.published_at->utc >= post.resolved_at->value.utc;
  if (published >= earliest || is_later || (!is_told && published < local_date(post.started_at->value)))
    return;
  report(is_told ? find_publication(post) : post.front_matter,
         fmt::format("published on {}, and resolved on {}", format_date(published), format_date(resolved)),
         is_told ? "correct `published_at`, or make it `status: draft` until it is resolved"
                 : "the date of the file name counts unless there is one: add `published_at: YYYY-MM-DD`");
}

/// Days from Monday to Friday behind `from` up to `to`.
int working_days(Date from, Date to) {
  const auto whole_weeks = (sys_days{to} - sys_days{from}) / days{7};
  auto count = static_cast<int>(whole_weeks) * 5;
  for (auto day = sys_days{from} + days{7 * whole_weeks + 1}; day <= sys_days{to}; day += days{1})
    if (weekday{day} != Saturday && weekday{day} != Sunday) ++count;
  return count;
}

void check_late(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!post.published_at || !post.resolved_at || !post.organization.empty()) return;
  const Date resolved = local_date(post.resolved_at->value), published = local_date(*post.published_at);
  if (published <= resolved) return;
  const auto& scale = subject.content.config.severities;
  const auto is_severity = [&](std::size_t rank) {
    return rank < scale.size() && scale[rank] == post.severity.value;
  };
  const auto all_days = static_cast<int>((sys_days{published} - sys_days{resolved}).count());
  constexpr int kMostDays = 3, kMostWorkingDays = 5;
  const bool is_late = (is_severity(0) && all_days > kMostDays) ||
                       (is_severity(1) && working_days(resolved, published) > kMostWorkingDays);
  if (!is_late) return;
  report(find_publication(post),
         fmt::format("published {} after the incident was resolved",
                     counted(static_cast<std::size_t>(all_days), "day")),
         fmt::format("after {} aim at {}", post.severity.value,
                     is_severity(0) ? "three days" : "five working days"));
}

constexpr std::array kChecks = {
    Check{{.id = "date-future",
           .level = Level::error,
           .why = "What has not happened yet cannot be told; the date is mistyped.",
           .wrong = "started_at: 2062-03-04T10:12:00+01:00",
           .right = "started_at: 2026-03-04T10:12:00+01:00",
           .basis = "Measured: a published timeline has the year 22025."},
          check_future},
    Check{
        {.id = "date-implausible",
         .level = Level::warning,
         .why = "An entry weeks away from the incident is mostly a year or a month typed wrong.",
         .wrong = "- 2025-03-04 10:08 CET - **Changed**: ...      (a year before the incident)",
         .right = "- 2026-03-04 10:08 CET - **Changed**: ...",
         .basis =
             "Measured: a large public team has an incident of July resolved in September, and one declared "
             "in one year and repaired in the next."},
        check_plausible},
    Check{
        {.id = "post-file-date",
         .level = Level::warning,
         .why = "Files are sorted and posts are dated by the name; one from before the incident misleads.",
         .wrong = "content/posts/2026-02-04-checkout.md      (the incident began on 4 March)",
         .right = "content/posts/2026-03-04-checkout.md",
         .basis =
             "Blogs kept in Git date a post by its file name; cState's own example has a file from May and a "
             "date in April."},
        check_file_date},
    Check{{.id = "published-before-resolved",
           .level = Level::warning,
           .why = "A postmortem tells how it ended; before that it is a draft.",
           .wrong = "resolved_at: 2026-03-04T11:05:00+01:00\npublished_at: 2026-03-03",
           .right = "resolved_at: 2026-03-04T11:05:00+01:00\npublished_at: 2026-03-06",
           .basis = "PagerDuty's guide has the postmortem written after the incident is over."},
          check_published_before},
    Check{{.id = "publish-late",
           .level = Level::note,
           .why = "Memory fades and readers wait; the gravest incidents are owed an account first.",
           .wrong = "severity: SEV1\nresolved_at: 2026-03-04T11:05:00+01:00\npublished_at: 2026-03-20",
           .right = "severity: SEV1\nresolved_at: 2026-03-04T11:05:00+01:00\npublished_at: 2026-03-06",
           .basis = "PagerDuty's guide gives three days for its gravest severity and five working days for "
                    "the next."},
          check_late},
};

}  // namespace

std::span<const Check> date_checks() { return kChecks; }

}  // namespace pmsite
