// SPDX-License-Identifier: MIT
#pragma once

#include "model/content.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {

/// What an incident has in common with earlier ones.
struct Recurrence {
  const Postmortem* unnamed = nullptr;  ///< the latest that is alike and that the post does not name; or null
  std::size_t unnamed_count = 0;        ///< how many there are of that kind
  const Postmortem* unkept =
      nullptr;  ///< the latest with the same cause whose prevention was still open; or null
};

/// Which incidents of a site are alike: the same category of cause in the same place. Found once for all
/// posts, by what they share, so that no post has to look at every other. Points into the content, which must
/// outlive it.
class Recurrences {
 public:
  explicit Recurrences(const Content& content);

  /// For a post of that content.
  const Recurrence& of(const Postmortem& post) const;

 private:
  const Postmortem* posts_;
  std::vector<Recurrence> found_;  ///< one for each post
};

/// Where both failed: a service by its name, or a component; empty if nowhere.
std::string shared_place(const Postmortem& a, const Postmortem& b);

/// The first task that was to prevent the incident and was not done when `later` began, or null.
const ActionItem* unkept_action(const Postmortem& earlier, const Postmortem& later);

}  // namespace pmsite
