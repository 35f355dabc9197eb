// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <chrono>
#include <optional>

namespace pmsite {

/// How long the incident and its phases took; empty where the post does not state both ends. The formulas are
/// printed beside the numbers wherever they are shown, since the field uses these names in several ways.
struct Milestones {
  std::optional<std::chrono::seconds> duration;  ///< resolved_at - started_at
  std::optional<std::chrono::seconds> detect;    ///< first Detected - started_at
  std::optional<std::chrono::seconds>
      acknowledge;  ///< first Acknowledged - first Detected ("MTA" when averaged)
  std::optional<std::chrono::seconds> identify;  ///< first Identified - first Detected
  std::optional<std::chrono::seconds> mitigate;  ///< first Mitigated - started_at
  std::optional<std::chrono::seconds> resolve;   ///< resolved_at - first Detected ("MTR" when averaged)
};

Milestones milestones(const Postmortem& post);

}  // namespace pmsite
