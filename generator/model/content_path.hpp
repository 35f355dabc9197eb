// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

/// What a link in a content file points to, cut in two: "../../assets/a.png#top" in content/posts/x.md is
/// {"assets/a.png", "#top"}.
struct ContentPath {
  std::string path;      ///< relative to the site's folder; empty for the file itself
  std::string fragment;  ///< with its '#' or '?'
};

/// Resolves a link that an author wrote in `file`, as GitHub would: relative to the file, or to the site's
/// folder where it begins with '/' or "assets/". None where the link names a host or leaves the folder.
std::optional<ContentPath> content_path(std::string_view file, std::string_view url);

}  // namespace pmsite
