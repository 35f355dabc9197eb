// SPDX-License-Identifier: MIT
#include "render/calendar_strip.hpp"

#include "base/text.hpp"
#include "render/cards.hpp"
#include "site/calendar.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

constexpr std::size_t kMostMarks = 6;  ///< in a column; the rest is a number

/// "March 2026" or "2026".
std::string period_name(const Calendar& calendar, const Period& period) {
  const auto year = static_cast<int>(period.month.year());
  if (calendar.is_by_year) return std::to_string(year);
  return fmt::format("{} {}", month_name(period.month.month()), year);
}

std::string period_label(const Calendar& calendar, const Period& period) {
  const std::string name = period_name(calendar, period);
  return calendar.is_by_year ? name : name.substr(0, 3);
}

Value mark(const Site& site, const Page& page, const Postmortem& post) {
  return Value::Object{{"title", post.title.value},
                       {"url", link_to(site, page, post_route(post.slug))},
                       {"severity", post.severity.value},
                       {"severity_rank", severity_rank(site, post)}};
}

Value column(const Site& site, const Page& page, const Calendar& calendar, const Period& period) {
  Value::List marks;
  const std::size_t shown = period.posts.size() > kMostMarks ? kMostMarks - 1 : period.posts.size();
  for (std::size_t i = 0; i < shown; ++i) marks.push_back(mark(site, page, *period.posts[i]));
  const std::size_t rest = period.posts.size() - shown;
  const auto year = static_cast<int>(period.month.year());
  return Value::Object{
      {"label", period_label(calendar, period)},
      {"name", period_name(calendar, period)},
      {"count_text", period.posts.empty() ? "no incident" : counted(period.posts.size(), "incident")},
      {"more", rest == 0 ? "" : fmt::format("+{}", rest)},
      {"more_url", link_to(site, page, fmt::format("{}#{}", kArchiveRoute, year_anchor(year)))},
      {"marks", std::move(marks)}};
}

}  // namespace

Value calendar_strip(const Site& site, const Page& page, const std::vector<const Postmortem*>& posts) {
  const Calendar calendar = calendar_of(posts);
  if (posts.size() < 2) return false;
  Value::List periods;
  for (const auto& period : calendar.periods) periods.push_back(column(site, page, calendar, period));
  const auto& first = calendar.periods.front();
  const auto& last = calendar.periods.back();
  return Value::Object{{"label", fmt::format("Incidents from {} to {}", period_name(calendar, first),
                                             period_name(calendar, last))},
                       {"periods", std::move(periods)}};
}

}  // namespace pmsite
