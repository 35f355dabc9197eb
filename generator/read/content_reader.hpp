// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "model/content.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace pmsite {

inline constexpr std::string_view kConfigFile = "pmsite.yaml";
inline constexpr std::string_view kPostsFolder = "content/posts";
inline constexpr std::string_view kArchitecturesFolder = "content/architectures";
inline constexpr std::string_view kPagesFolder = "content/pages";
inline constexpr std::string_view kAssetsFolder = "assets";

/// Limits of what is read, in bytes.
inline constexpr std::size_t kLargestPost = 512 * 1024;
inline constexpr std::size_t kLargestArchitecture = 64 * 1024;

/// Whether a folder is the root of a site: it has pmsite.yaml or content/posts.
bool holds_site(const std::filesystem::path& root);

struct ReadOptions {
  std::filesystem::path root;              ///< of the site
  std::vector<std::string> further_files;  ///< posts outside the site, read in addition
  int jobs = 1;
};

/// Everything below the root of a site; diagrams and architectures are texts still, which pipeline/drawing
/// has Graphviz read. What authors wrote wrong goes to `diagnostics`, and all files are read in any case; an
/// error is a folder that cannot be listed.
Result<Content> read_content(const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace pmsite
