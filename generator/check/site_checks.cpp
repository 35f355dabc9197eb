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

bool is_asset(const Content& content, std::string_view path) {
  constexpr std::string_view kFolder = "assets/";
  if (path.starts_with(kFolder)) path.remove_prefix(kFolder.size());
  return std::binary_search(content.assets.begin(), content.assets.end(), path);
}

/// Reports pictures among `nodes` that are not in the site's own `assets/`: a page makes no request to
/// anybody else's server.
template <class Report>
void check_pictures(const Content& content, const std::string& file, const Nodes& nodes,
                    const Report& report) {
  walk(nodes, [&](const Node& node) {
    if (node.kind != NodeKind::image || !is_allowed_url(node.url)) return;
    const auto target = content_path(file, node.url);
    if (!target) {
      report(node.at, fmt::format("`{}` is a picture of another site", node.url), "put a copy under assets/");
    } else if (!target->path.starts_with("assets/") || !is_asset(content, target->path)) {
      report(node.at, fmt::format("there is no picture `{}` in assets/", node.url),
             "write its path as /assets/NAME");
    }
  });
}

void check_images(const Subject& subject, const CheckReporter& report) {
  const auto& [post, content, profile] = subject;
  if (post.image && !post.image->value.empty() && !is_asset(content, post.image->value))
    report(post.image->at, fmt::format("there is no picture `{}` in assets/", post.image->value));
  check_pictures(content, post.file, post.preamble, report);
  for (const auto& section : post.sections) {
    check_pictures(content, post.file, section.heading, report);
    check_pictures(content, post.file, section.blocks, report);
  }
}

constexpr Rule kImageFile{
    "image-file", Level::error,
    "A picture that is not in the site's own folder would be missing, or would tell another "
    "server who reads the page."};

constexpr std::array kChecks = {
    Check{kImageFile, check_images},
    Check{{"related-unknown", Level::error, "A link to a post that does not exist leads nowhere."},
          check_related},
};

}  // namespace

std::span<const Check> site_checks() { return kChecks; }

void check_pages(const Content& content, Diagnostics& diagnostics) {
  for (const auto& page : content.pages) {
    const FileReporter file(page.file, diagnostics);
    check_pictures(content, page.file, page.blocks, CheckReporter(kChecks[0].rule, file));
  }
}

}  // namespace pmsite
