// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/postmortem.hpp"
#include "model/site_config.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// A page that is not a postmortem: `content/pages/NAME.md`.
struct TextPage {
  std::string file;
  std::string slug;
  std::string title;
  std::string description;
  Nodes blocks;
};

/// Everything the authors of a site wrote, each list sorted by file name.
struct Content {
  SiteConfig config;
  std::vector<Postmortem> posts;
  std::vector<Architecture> architectures;
  std::vector<TextPage> pages;
  std::vector<std::string> assets;  ///< relative to `assets/`

  const Architecture* find_architecture(std::string_view name) const;
  const Postmortem* find_post(std::string_view slug) const;
};

}  // namespace pmsite
