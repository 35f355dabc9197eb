// SPDX-License-Identifier: MIT
#include "read/raw_fences.hpp"

#include "base/text.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace pmsite {
namespace {

struct Fence {
  char mark = '\0';
  std::size_t length = 0;
  std::string info;
};

Fence fence_at(std::string_view line) {
  line = trim(line);
  while (!line.empty() && (line[0] == '>' || line[0] == ' ')) line.remove_prefix(1);
  if (line.size() < 3 || (line[0] != '`' && line[0] != '~')) return {};
  const auto length = std::min(line.find_first_not_of(line[0]), line.size());
  const auto info = trim(line.substr(length));
  if (length < 3 || info.find(line[0]) != std::string_view::npos) return {};
  return {line[0], length, to_lower(info.substr(0, 40))};
}

bool is_markdown(const Fence& fence) { return fence.info == "markdown" || fence.info == "md"; }

bool may_hold_text(const Fence& fence) {
  constexpr std::array<std::string_view, 5> kPlain = {"", "text", "txt", "plaintext", "plain"};
  return std::find(kPlain.begin(), kPlain.end(), fence.info) != kPlain.end();
}

/// Two of its lines are headings of a postmortem.
bool holds_sections(const std::vector<std::string_view>& lines, std::size_t first, std::size_t last) {
  constexpr std::size_t kLongestHeading = 100;
  int sections = 0;
  for (auto i = first; i < last && sections < 2; ++i)
    if (!lines[i].empty() && lines[i].size() < kLongestHeading && !roles_of_heading(lines[i]).empty())
      ++sections;
  return sections == 2;
}

class FenceFinder {
 public:
  explicit FenceFinder(const std::vector<std::string_view>& lines) : lines_(lines), kinds_(lines.size()) {
    for (const auto line : lines) fences_.push_back(fence_at(line));
  }

  std::vector<FencedAs> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (fences_[i].length == 0 || kinds_[i] == FencedAs::mark) continue;
      kinds_[i] = FencedAs::mark;
      if (is_markdown(fences_[i])) {
        unwrap_last(i);
        continue;
      }
      const auto end = closing(i);
      if (end == lines_.size()) continue;
      kinds_[end] = FencedAs::mark;
      if (may_hold_text(fences_[i]) && holds_sections(lines_, i + 1, end)) {
        i = end;
        continue;
      }
      std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                kinds_.begin() + static_cast<std::ptrdiff_t>(end), FencedAs::code);
      i = end;
    }
    return std::move(kinds_);
  }

 private:
  std::size_t closing(std::size_t open) {
    auto& open_for_ever = shortest_open_[fences_[open].mark == '~' ? 1 : 0];
    if (fences_[open].length >= open_for_ever) return lines_.size();
    for (auto i = open + 1; i < lines_.size(); ++i)
      if (fences_[i].mark == fences_[open].mark && fences_[i].length >= fences_[open].length &&
          fences_[i].info.empty() && kinds_[i] != FencedAs::mark)
        return i;
    open_for_ever = fences_[open].length;
    return lines_.size();
  }

  /// A copied document may hold fences of its own, so that its end is the last fence that nothing opens.
  void unwrap_last(std::size_t open) {
    // Looked for once: thousands of openings would each walk back over the same blank lines.
    if (!last_fence_) {
      last_fence_ = lines_.size();
      while (*last_fence_ > 0 && fences_[*last_fence_ - 1].length == 0) --*last_fence_;
    }
    if (*last_fence_ <= open + 1) return;
    if (fences_[*last_fence_ - 1].info.empty()) kinds_[*last_fence_ - 1] = FencedAs::mark;
  }

  const std::vector<std::string_view>& lines_;
  std::vector<FencedAs> kinds_;
  std::vector<Fence> fences_;
  std::optional<std::size_t> last_fence_;  ///< one more than its line; 0 for none
  // From this length on nothing closes: not searched for again, or thousands of openings would take for ever.
  std::array<std::size_t, 2> shortest_open_{std::string_view::npos, std::string_view::npos};
};

}  // namespace

std::vector<FencedAs> find_fences(const std::vector<std::string_view>& lines) {
  return FenceFinder(lines).run();
}

}  // namespace pmsite
