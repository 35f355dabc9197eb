// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/timeline.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// How a failure spread over an architecture: what the drawing predicts against what the timeline tells. A dependant
/// has the state of what it depends on; where it does so softly, it is degraded.
struct BlastRadius {
  struct Reached {
    std::string component;
    ComponentState predicted = ComponentState::degraded;
    std::string through;  ///< the dependency that took it along
  };
  std::vector<std::string> origins;      ///< failed first, and nothing they depend on had
  std::vector<Reached> explained;        ///< predicted and observed
  std::vector<Reached> spared;           ///< predicted and not observed
  std::vector<std::string> unpredicted;  ///< observed later, though nothing they depend on had failed

  /// Whether the timeline tells of any failure.
  bool is_empty() const { return origins.empty(); }
};

/// All lists are in the order of the architecture's components. Components that the architecture does not have are
/// left out.
BlastRadius blast_radius(const Architecture& architecture, const Timeline& timeline);

}  // namespace pmsite
