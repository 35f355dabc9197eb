// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <string>

namespace pmsite {

/// Why nobody could tell when an action is done.
struct Vagueness {
  std::string
      opening;  ///< the words that it begins with, as written: "Look into"; empty where it is only too short
  int words = 0;  ///< how many it has
};

/// Whether an action begins with a verb that never ends ("improve", "look into") or has fewer than three
/// words, and names nothing that could be checked: no number, no code, no way ("by adding ..."), no rhythm
/// ("every month").
bool is_vague(const ActionItem& action, Vagueness& vagueness);

}  // namespace pmsite
