// SPDX-License-Identifier: MIT
#include "site/site.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace pmsite {
namespace {

bool is_newer(const Postmortem* a, const Postmortem* b) {
  const auto key = [](const Postmortem* post) {
    return std::tuple(publication_time(*post).utc,
                      post->started_at ? post->started_at->value.utc : UtcTime{});
  };
  return key(a) != key(b) ? key(a) > key(b) : a->slug < b->slug;
}

/// Why a post is left out; empty for a post to publish.
std::string reason_to_skip(const Postmortem& post, const AssembleOptions& options) {
  if (post.status != PostStatus::published && !options.with_drafts)
    return post.status == PostStatus::draft ? "a draft" : "in review";
  const auto published = publication_time(post);
  if (published.utc > options.now && !options.with_future)
    return fmt::format("published later, on {}", format_date(local_date(published)));
  return {};
}

}  // namespace

Site assemble_site(const Content& content, const AssembleOptions& options) {
  Site site;
  site.content = &content;
  site.base_url = options.base_url.empty() ? content.config.base_url : options.base_url;
  site.portable = options.portable;
  for (const auto& post : content.posts) {
    const std::string reason = reason_to_skip(post, options);
    if (reason.empty()) {
      site.posts.push_back(&post);
    } else {
      site.skipped.push_back({&post, reason});
    }
  }
  std::sort(site.posts.begin(), site.posts.end(), is_newer);
  for (const Facet facet : kFacets)
    site.terms[static_cast<std::size_t>(facet)] = group_by(facet, site.posts, content.config.severities);
  return site;
}

}  // namespace pmsite
