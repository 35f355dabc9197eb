// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/timeline.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// How a failure spread over an architecture: what the drawing predicts against what the timeline tells. A
/// dependant has the state of what it depends on; where it does so softly, it is degraded.
struct BlastRadius {
  struct Reached {
    std::string component;
    ComponentState predicted = ComponentState::degraded;
    std::string through;                           ///< the dependency that took it along
    ComponentState observed = ComponentState::ok;  ///< at its worst; ok where no failure was told
  };
  // That something it depends on failed counts whenever that is told: timelines tell effects before their
  // causes.
  std::vector<std::string>
      origins;  ///< failed, nothing they depend on did, and no other such component earlier
  std::vector<Reached> explained;        ///< predicted and observed
  std::vector<Reached> spared;           ///< predicted, and no failure was told
  std::vector<std::string> unpredicted;  ///< observed later, though nothing they depend on failed

  /// Whether the timeline tells of any failure.
  bool is_empty() const { return origins.empty(); }
};

/// Whether a component in this state fails those who depend on it: down or degraded.
bool is_failure(ComponentState state);

/// All lists are in the order of the architecture's components. Components that the architecture does not
/// have are left out.
BlastRadius blast_radius(const Architecture& architecture, const Timeline& timeline);

}  // namespace pmsite
