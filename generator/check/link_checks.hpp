// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"
#include "check/link_targets.hpp"
#include "model/content_path.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace pmsite {

inline constexpr Rule kLinkDead{
    .id = "link-dead",
    .level = Level::error,
    .why = "A link that leads nowhere is left out of the page, and the reader who needed it is not told.",
    .wrong = "[the first time](2025-11-02-cache-failovr.md)",
    .right = "[the first time](2025-11-02-cache-failover.md)",
    .basis = "The promise of a URL is that something is there; link checkers hold every static site to it.",
};

/// Looks for links inside the site that lead nowhere, in the text of one post or page.
class DeadLinks {
 public:
  DeadLinks(const LinkTargets& targets, const Postmortem& post);
  DeadLinks(const LinkTargets& targets, const TextPage& page);

  void find(const Nodes& nodes, const CheckReporter& report);

 private:
  std::optional<ContentPath> resolve(std::string_view url) const;
  void check(const Node& link, const CheckReporter& report);
  void check_fragment(const Node& link, std::string_view fragment, const LinkTarget& target,
                      const CheckReporter& report);
  std::string suggestion(std::string_view url, std::string_view path);
  Span place_of(const Node& link);

  const LinkTargets& targets_;
  const std::string& file_;
  const SourceText* source_ = nullptr;
  LinkTarget self_;
  std::map<std::string, std::set<std::string>> anchors_;  ///< of files that were linked to, by file
  int searched_line_ = 0;                                 ///< on which the last address was found
  std::size_t searched_to_ = 0;  ///< the end of that address; links come in reading order
  int suggestions_left_;         ///< each looks at every post
};

}  // namespace pmsite
