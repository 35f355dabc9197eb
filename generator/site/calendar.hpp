// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"
#include "model/postmortem.hpp"

#include <vector>

namespace pmsite {

/// The incidents that began in one month or one year.
struct Period {
  std::chrono::year_month month;         ///< January where the period is a year
  std::vector<const Postmortem*> posts;  ///< in the order in which they began
};

/// The last periods of a blog, up to the one in which the latest incident began. The clock has no say: a blog
/// that was built again looks the same.
struct Calendar {
  bool is_by_year = false;
  std::vector<Period> periods;  ///< oldest first, without gaps
};

inline constexpr int kCalendarPeriods = 12;

/// The last twelve months; up to twelve years where less than half of the incidents began in those months.
/// No periods where there are no posts.
Calendar calendar_of(const std::vector<const Postmortem*>& posts);

}  // namespace pmsite
