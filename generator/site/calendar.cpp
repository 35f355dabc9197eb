// SPDX-License-Identifier: MIT
#include "site/calendar.hpp"

#include <algorithm>

namespace pmsite {
namespace {

using Month = std::chrono::year_month;

Month month_of(const Postmortem& post) {
  const Date date = local_date(post.started_at->value);
  return {date.year(), date.month()};
}

/// `count` periods of `length`, the last of which begins at `last`.
std::vector<Period> periods_up_to(Month last, int count, std::chrono::months length) {
  std::vector<Period> periods;
  for (int before = count - 1; before >= 0; --before) periods.push_back({last - before * length, {}});
  return periods;
}

/// Puts each post into the last period that does not begin after it; drops those from before the first.
void fill(std::vector<Period>& periods, const std::vector<const Postmortem*>& by_start) {
  for (const auto* post : by_start) {
    const auto after =
        std::find_if(periods.begin(), periods.end(),
                     [month = month_of(*post)](const Period& period) { return period.month > month; });
    if (after != periods.begin()) std::prev(after)->posts.push_back(post);
  }
}

}  // namespace

Calendar calendar_of(const std::vector<const Postmortem*>& posts) {
  if (posts.empty()) return {};
  std::vector<const Postmortem*> by_start = posts;
  std::stable_sort(by_start.begin(), by_start.end(), [](const Postmortem* a, const Postmortem* b) {
    return a->started_at->value.utc < b->started_at->value.utc;
  });
  // Clocks in several zones: the latest month is not always that of the latest moment.
  Month first = month_of(*posts.front()), last = first;
  for (const auto* post : posts) {
    first = std::min(first, month_of(*post));
    last = std::max(last, month_of(*post));
  }

  Calendar calendar;
  calendar.periods = periods_up_to(last, kCalendarPeriods, std::chrono::months{1});
  fill(calendar.periods, by_start);
  std::size_t shown = 0;
  for (const auto& period : calendar.periods) shown += period.posts.size();
  if (2 * shown >= posts.size()) return calendar;

  calendar.is_by_year = true;
  const auto years = static_cast<int>(last.year()) - static_cast<int>(first.year()) + 1;
  const Month january{last.year(), std::chrono::January};
  calendar.periods = periods_up_to(january, std::min(kCalendarPeriods, years), std::chrono::months{12});
  fill(calendar.periods, by_start);
  return calendar;
}

}  // namespace pmsite
