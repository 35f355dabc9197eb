// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "model/content.hpp"
#include "pipeline/drawing.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace pmsite {

struct BuildOptions {
  std::filesystem::path root;  ///< of the site
  std::filesystem::path output;
  std::string profile;   ///< instead of the configuration's; empty: as configured
  std::string base_url;  ///< the same
  bool with_drafts = false;
  bool with_future = false;
  bool portable = false;
  bool strict = false;  ///< warnings stop the build
  UtcTime now;
  int jobs = 1;
  CacheUse cache = CacheUse::none;
};

/// What a build did, for its closing line.
struct BuildReport {
  bool published = false;  ///< false: the content has errors, and the output is as it was
  std::size_t posts_read = 0;
  std::size_t posts = 0;
  std::vector<std::string> skipped;  ///< "content/posts/x.md: a draft"; with the number of its errors
  std::size_t drafts_skipped = 0;
  std::size_t pages = 0, diagrams = 0, feeds = 0;
  std::size_t diagrams_laid_out = 0, diagrams_from_cache = 0, diagrams_retried = 0;
  std::string cache_failure;  ///< why nothing was kept for the next build
  std::size_t bytes = 0;
  bool has_base_url = false;
};

/// Reads, checks, assembles, renders and writes a site. Errors of the content go to `diagnostics`.
Result<BuildReport> build_site(const BuildOptions& options, Diagnostics& diagnostics);

struct CheckOptions {
  std::filesystem::path root;
  std::vector<std::string> further_files;  ///< relative to the root; they need not lie below it
  std::string profile;
  UtcTime now;
  int jobs = 1;
  CacheUse cache = CacheUse::none;
};

/// Content that was read, drawn and checked.
struct CheckedContent {
  Content content;
  DrawnContent drawn;
};

/// The first half of a build: everything that can find fault with the content.
Result<CheckedContent> check_site(const CheckOptions& options, Diagnostics& diagnostics);

}  // namespace pmsite
