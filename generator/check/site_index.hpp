// SPDX-License-Identifier: MIT
#pragma once

#include "check/link_targets.hpp"
#include "check/recurrences.hpp"

namespace pmsite {

/// What checks ask about a whole site, found once for all of its posts.
struct SiteIndex {
  explicit SiteIndex(const Content& content) : recurrences(content), targets(content) {}

  Recurrences recurrences;
  LinkTargets targets;
};

}  // namespace pmsite
