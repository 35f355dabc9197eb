// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/timeline.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace pmsite {

/// A step of the replay: what the architecture looked like after one entry of the timeline.
struct Moment {
  std::size_t entry = 0;                         ///< its index in the timeline
  std::map<std::string, ComponentState> states;  ///< of the components that an entry has named so far
  std::vector<std::string> suspects;             ///< components that this entry suspected wrongly
};

/// One moment for each entry that changes a state, or that tells of a path that misled and names a component
/// of the architecture as `code`. A component keeps its state until an entry changes it.
std::vector<Moment> moments(const Architecture& architecture, const Timeline& timeline);

/// The index of the first moment at which most was down; among those, most was degraded. There must be a
/// moment.
std::size_t worst_moment(const std::vector<Moment>& moments);

}  // namespace pmsite
