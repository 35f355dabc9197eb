// SPDX-License-Identifier: MIT
#pragma once

#include "model/facet.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// All published incidents of one service, cause, severity, organization or tag.
struct Term {
  std::string key;  ///< as a post states it
  std::string name;
  std::string slug;
  std::vector<const Postmortem*> posts;  ///< newest first
};

/// The terms of a facet, by address; severities as in `severities`, gravest first. Names that make the same
/// address are one term, called by the first of them.
std::vector<Term> group_by(Facet facet, const std::vector<const Postmortem*>& posts,
                           const std::vector<std::string>& severities);

}  // namespace pmsite
