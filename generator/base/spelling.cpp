// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace pmsite {

int edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the dynamic programming table are enough: a swap looks back two.
  std::vector<int> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substitution, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string lower = to_lower(word);
  const int tolerated = std::max(1, static_cast<int>(word.size()) / 3);
  std::string_view best;
  int best_distance = tolerated + 1;
  for (const auto candidate : candidates) {
    const auto longer = std::max(candidate.size(), lower.size());
    if (longer - std::min(candidate.size(), lower.size()) > static_cast<std::size_t>(tolerated)) continue;
    const int distance = edit_distance(lower, to_lower(candidate));
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto candidate = nearest(word, candidates);
  return candidate.empty() ? std::string() : "did you mean `" + std::string(candidate) + "`?";
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  auto suggestion = did_you_mean(word, candidates);
  return suggestion.empty() ? "use one of: " + join({candidates.begin(), candidates.end()}, ", ")
                            : suggestion;
}

}  // namespace pmsite
