// SPDX-License-Identifier: MIT
#pragma once

#include "model/content.hpp"
#include "site/taxonomy.hpp"

#include <array>
#include <string>
#include <vector>

namespace pmsite {

/// A post that is left out of this build, and why.
struct SkippedPost {
  const Postmortem* post;
  std::string reason;
};

/// The facts of a site put in order. Points into the content, which must outlive it.
struct Site {
  const Content* content = nullptr;
  std::string base_url;                                     ///< ends in '/'; empty where none is known
  std::vector<const Postmortem*> posts;                     ///< published ones, newest first
  std::array<std::vector<Term>, std::size(kFacets)> terms;  ///< of each facet, see terms_in()
  std::vector<SkippedPost> skipped;
  bool portable = false;  ///< links name index.html, so that the folder reads from a disk

  const std::vector<Term>& terms_in(Facet facet) const { return terms[static_cast<std::size_t>(facet)]; }
};

struct AssembleOptions {
  std::string base_url;  ///< instead of the configuration's
  bool with_drafts = false;
  bool with_future = false;
  bool portable = false;
  UtcTime now;  ///< posts published later are left out
};

/// Picks the posts to publish and orders everything: by publication, then by start, newest first, then by
/// slug.
Site assemble_site(const Content& content, const AssembleOptions& options);

}  // namespace pmsite
