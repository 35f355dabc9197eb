// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/url.hpp"
#include "check/check.hpp"
#include "check/link_checks.hpp"
#include "check/site_index.hpp"
#include "model/content_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

void check_related(const Subject& subject, const CheckReporter& report) {
  std::vector<std::string_view> slugs;  // of the others, once somebody is wrong
  for (const auto& related : subject.post.related) {
    const std::string_view written = related.slug.value;
    if (subject.index.targets.post(written) != nullptr) continue;
    if (slugs.empty())
      for (const auto& post : subject.content.posts)
        if (&post != &subject.post) slugs.push_back(post.slug);
    // A post's file name is its date and its slug; the slug alone names it.
    const bool dated = written.size() > 11 && parse_date(written.substr(0, 10)).has_value();
    const auto suggestion = did_you_mean(dated ? written.substr(11) : written, slugs);
    report(related.slug.at, fmt::format("there is no post `{}`", written),
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

/// Reports pictures among `nodes` that say nothing to those who cannot see them.
template <class Report> void check_alternatives(const Nodes& nodes, const Report& report) {
  walk(nodes, [&](const Node& node) {
    if (node.kind != NodeKind::image || !is_allowed_url(node.url) || !trim(plain_text(node.children)).empty())
      return;
    report(node.at, fmt::format("the picture `{}` has no words", node.url),
           fmt::format("write what it shows into the brackets: `![errors by minute]({})`", node.url));
  });
}

/// Calls `visit(nodes)` for every part of a body that may hold pictures.
template <class Visit> void visit_text(const Postmortem& post, const Visit& visit) {
  if (!may_hold_pictures(post)) return;
  visit(post.preamble);
  for (const auto& section : post.sections) {
    visit(section.heading);
    visit(section.blocks);
  }
}

void check_image_files(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const auto& content = subject.content;
  if (post.image && !post.image->value.empty() && !is_asset(content, post.image->value))
    report(post.image->at, fmt::format("there is no picture `{}` in assets/", post.image->value));
  visit_text(post, [&](const Nodes& nodes) { check_pictures(content, post.file, nodes, report); });
}

void check_image_words(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.image && !post.image->value.empty() && trim(post.image_alt).empty())
    report(post.image->at, "`image` has no `image_alt`", "add `image_alt:` with what the picture shows");
  visit_text(post, [&](const Nodes& nodes) { check_alternatives(nodes, report); });
}

constexpr Rule kImageFile{
    .id = "image-file",
    .level = Level::error,
    .why =
        "A picture that is not in the site's own folder would be missing, or would tell another server who "
        "reads the "
        "page.",
    .wrong = "![errors by minute](https://files.example/errors.png)",
    .right = "![errors by minute](/assets/errors.png)",
    .basis =
        "Pages here load nothing from other servers: a picture from elsewhere reports each reader to its "
        "owner, and "
        "disappears when they tidy up.",
};

constexpr Rule kImageAltMissing{
    .id = "image-alt-missing",
    .level = Level::error,
    .why = "Readers who cannot see a picture need its words.",
    .wrong = "![](/assets/errors.png)",
    .right = "![errors rise from 0 to 37 % at 10:12](/assets/errors.png)",
    .basis = "WCAG 2.2, criterion 1.1.1: content that is not text has an alternative that is.",
};

constexpr std::array kChecks = {
    Check{kImageFile, check_image_files, Needs{}, Allow::never},
    Check{kImageAltMissing, check_image_words},
    Check{{.id = "related-unknown",
           .level = Level::error,
           .why = "A link to a post that does not exist leads nowhere.",
           .wrong = "related: [{post: 2025-11-02-cache-failover, as: recurrence_of}]",
           .right = "related: [{post: cache-failover, as: recurrence_of}]",
           .basis = "The page links to these posts by their slugs, and the CCADB asks for related incidents "
                    "so that readers can follow them."},
          check_related,
          Needs{},
          Allow::never},
};

}  // namespace

std::span<const Check> site_checks() { return kChecks; }

void check_pages(const Content& content, const SiteIndex& index, Diagnostics& diagnostics) {
  for (const auto& page : content.pages) {
    const FileReporter file(page.file, diagnostics);
    check_pictures(content, page.file, page.blocks, CheckReporter(kImageFile, file));
    check_alternatives(page.blocks, CheckReporter(kImageAltMissing, file));
    DeadLinks(index.targets, page).find(page.blocks, CheckReporter(kLinkDead, file));
  }
}

}  // namespace pmsite
