// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"
#include "base/time.hpp"
#include "base/url.hpp"
#include "check/check.hpp"
#include "model/content_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

void check_related(const Subject& subject, const CheckReporter& report) {
  std::vector<std::string_view> slugs;
  for (const auto& post : subject.content.posts)
    if (&post != &subject.post) slugs.push_back(post.slug);
  for (const auto& related : subject.post.related) {
    if (subject.content.find_post(related.slug.value) != nullptr) continue;
    // A post's file name is its date and its slug; the slug alone names it.
    const bool dated =
        related.slug.value.size() > 11 && parse_date(related.slug.value.substr(0, 10)).has_value();
    const auto suggestion = did_you_mean(dated ? related.slug.value.substr(11) : related.slug.value, slugs);
    report(related.slug.at, fmt::format("there is no post `{}`", related.slug.value),
           suggestion.empty() ? "a post's slug is its file name without the date and `.md`" : suggestion);
  }
}

/// Pictures come from the site's own `assets/`: a page makes no request to anybody else's server.
void check_images(const Subject& subject, const CheckReporter& report) {
  const auto& [post, content, profile] = subject;
  const auto exists = [&assets = content.assets](std::string_view path) {
    if (path.starts_with("assets/")) path.remove_prefix(7);
    return std::binary_search(assets.begin(), assets.end(), path);
  };
  if (post.image && !post.image->value.empty() && !exists(post.image->value))
    report(post.image->at, fmt::format("there is no picture `{}` in assets/", post.image->value));
  const auto check_node = [&, file = post.file](const Node& node) {
    if (node.kind != NodeKind::image || !is_allowed_url(node.url)) return;
    const auto target = content_path(file, node.url);
    if (!target) {
      report(node.at, fmt::format("`{}` is a picture of another site", node.url), "put a copy under assets/");
    } else if (!target->path.starts_with("assets/") || !exists(target->path)) {
      report(node.at, fmt::format("there is no picture `{}` in assets/", node.url),
             "write its path as /assets/NAME");
    }
  };
  walk(post.preamble, check_node);
  for (const auto& section : post.sections) walk(section.blocks, check_node);
}

constexpr std::array kChecks = {
    Check{{"image-file", Level::error,
           "A picture that is not in the site's own folder would be missing, or would tell "
           "another server who reads the page."},
          check_images},
    Check{{"related-unknown", Level::error, "A link to a post that does not exist leads nowhere."},
          check_related},
};

}  // namespace

std::span<const Check> site_checks() { return kChecks; }

}  // namespace pmsite
