// SPDX-License-Identifier: MIT
#pragma once

#include "model/content.hpp"

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pmsite {

/// What a link inside the site leads to.
struct LinkTarget {
  bool exists = false;
  const Postmortem* post = nullptr;  ///< where it is a post
  const TextPage* page = nullptr;    ///< where it is one of `content/pages/`
};

/// What the paths of links can lead to, by the rules by which links are rendered. Drafts count: whether a
/// build holds them is not the author's mistake. Points into the content, which must outlive it.
class LinkTargets {
 public:
  explicit LinkTargets(const Content& content);

  /// What stands at a path (see content_path()).
  LinkTarget find(std::string_view path) const;

  /// The post with that slug, or null.
  const Postmortem* post(std::string_view slug) const;

  /// What was probably meant by a path that leads nowhere, as a link in `file` should have it; or empty.
  std::string nearest(std::string_view file, std::string_view path) const;

 private:
  LinkTarget find_page(std::string_view path) const;
  bool is_term_page(std::string_view path) const;

  const Content& content_;
  std::unordered_map<std::string_view, LinkTarget> by_file_, posts_by_slug_, pages_by_slug_;
  std::unordered_set<std::string> terms_;  ///< "services/checkout"
  std::vector<std::string_view> slugs_;    ///< of posts and pages
};

/// What a `#fragment` of a link may name in a post or a page, as authors write it: "timeline" for the
/// heading, "at-10:44" for the entry.
std::set<std::string> anchors_of(const Postmortem& post);
std::set<std::string> anchors_of(const TextPage& page);

}  // namespace pmsite
