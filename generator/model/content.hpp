// SPDX-License-Identifier: MIT
#pragma once

#include "base/image_size.hpp"
#include "model/architecture.hpp"
#include "model/postmortem.hpp"
#include "model/site_config.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
  std::vector<std::string> assets;                            ///< relative to `assets/`
  std::map<std::string, ImageSize, std::less<>> image_sizes;  ///< of those assets that have one, by the same

  const Architecture* find_architecture(std::string_view name) const;
  const Postmortem* find_post(std::string_view slug) const;
  /// The size of a picture by its path in `assets/` or below it; none where it is missing or unreadable.
  std::optional<ImageSize> find_image_size(std::string_view asset) const;
};

/// The size of the picture that an author shows in `file` by this address (see content_path()); none for one
/// of another site.
std::optional<ImageSize> size_of_picture(const Content& content, std::string_view file, std::string_view url);

}  // namespace pmsite
