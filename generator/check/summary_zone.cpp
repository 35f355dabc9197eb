// SPDX-License-Identifier: MIT
#include "check/summary_zone.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "prose/times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace pmsite {
namespace {

/// Whether a word of the text is a zone's label: "all times are UTC".
bool names_zone(std::string_view text) {
  constexpr Date kAnyDay{std::chrono::year{2024}, std::chrono::January, std::chrono::day{15}};
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
    const bool is_word = end > at + 1 && (at == 0 || !is_letter(text[at - 1])) &&
                         (end == text.size() || !is_letter(text[end]));
    if (is_word && !zone_meanings(text.substr(at, end - at), kAnyDay).empty()) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

}  // namespace

void check_summary_zone(const Subject& subject, const CheckReporter& report) {
  std::optional<Span> first;
  std::string_view written;
  for (const auto& passage : subject.post.passages) {
    if (passage.role != Role::summary || passage.is_quoted) continue;
    if (names_zone(passage.text)) return;
    for (const auto& time : find_times(passage.text)) {
      if (!time.zone.empty()) return;
      if (first) continue;
      first = passage.span(time.at);
      written = time.at.of(passage.text);
    }
  }
  if (first)
    report(*first, fmt::format("`{}` has no zone, nor has any other time of the summary", written),
           "write the zone behind it: `from 10:12 to 11:05 CET`");
}

}  // namespace pmsite
