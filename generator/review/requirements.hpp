// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"
#include "model/profile.hpp"
#include "read/raw_post.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// What a peer looks for in a postmortem.
struct Requirement {
  std::string_view id;     ///< "detected_when", as `review --format json` has it
  std::string_view title;  ///< "When it was detected"
  std::string_view help;   ///< one sentence for an author whose text does not say it
  Needs needs = {};        ///< which profiles ask for it
};

/// Whether a text meets a requirement, and what shows it.
struct Finding {
  bool met = false;
  std::vector<int> lines;  ///< of the file, in order, at most three
  std::string evidence;    ///< a short quotation from the first of them; empty where not met
};

/// The requirements of the course, in the order in which a postmortem answers them.
std::span<const Requirement> requirements();

/// One finding for each requirement, in the same order, out of the text alone. A claim that is not sure is not made.
std::vector<Finding> judge_raw(const RawPost& raw);

}  // namespace pmsite
