// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/profile.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pmsite {

/// What `pmsite.yaml` says. Every key may be left out, so a folder with nothing but posts builds.
struct SiteConfig {
  std::string title = "Postmortems";
  std::string description = "What broke, why, and what we do so that it does not break again.";
  std::string base_url;  ///< "https://example.org/blog/", ends in '/'; empty: canonical URLs are left out
  std::string profile{kDefaultProfile};
  std::string theme = "default";
  Span theme_at;                                     ///< of its name, where it is not the default
  std::optional<Located<std::string>> diagram_font;  ///< below assets/; none: Arial and the like, not shipped
  std::vector<std::string> severities = {"SEV1", "SEV2", "SEV3", "SEV4", "SEV5"};  ///< gravest first
};

}  // namespace pmsite
