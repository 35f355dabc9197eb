// SPDX-License-Identifier: MIT
#pragma once

#include "model/content.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// All published incidents of one service, or with one tag.
struct Term {
  std::string name;
  std::string slug;
  std::vector<const Postmortem*> posts;  ///< newest first
};

/// A post that is left out of this build, and why.
struct SkippedPost {
  const Postmortem* post;
  std::string reason;
};

/// The facts of a site put in order. Points into the content, which must outlive it.
struct Site {
  const Content* content = nullptr;
  std::string base_url;                  ///< ends in '/'; empty where none is known
  std::vector<const Postmortem*> posts;  ///< published ones, newest first
  std::vector<Term> services, tags;      ///< by name
  std::vector<SkippedPost> skipped;
  bool portable = false;  ///< links name index.html, so that the folder reads from a disk
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
