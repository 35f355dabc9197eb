// SPDX-License-Identifier: MIT
#include "check/link_targets.hpp"

#include "base/spelling.hpp"
#include "base/time.hpp"
#include "base/url.hpp"
#include "model/facet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace pmsite {
namespace {

// As the floor that makes the addresses has them (tests compare the two).
constexpr std::string_view kPosts = "posts/", kAssets = "assets/";
constexpr std::array<std::string_view, 11> kFixed = {
    "",
    "archive/",
    "search/",
    "feed.xml",
    "atom.xml",
    "feed.json",
    "sitemap.xml",
    "robots.txt",
    "404.html",
    "incidents.json",
    "schema/postmortem.json",
};

/// Names at the site's top that the program keeps for pages of its own. What stands below them is not known
/// here.
constexpr std::array<std::string_view, 7> kReserved = {
    "actions", "architectures", "index", "metrics", "page", "recurrences", "theme",
};

bool is_reserved(std::string_view path) {
  const auto name = path.substr(0, path.find_first_of("/."));
  return std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

std::string_view without_slash(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

/// The slug that somebody may have had in mind: "content/posts/2026-03-04-checkout.md" is "checkout".
std::string_view slug_in(std::string_view path) {
  path = without_slash(path);
  path.remove_prefix(path.find_last_of('/') + 1);
  if (const auto dot = path.rfind('.'); dot != std::string_view::npos) path = path.substr(0, dot);
  if (path.size() > 11 && path[10] == '-' && parse_date(path.substr(0, 10))) path.remove_prefix(11);
  return path;
}

void add_heading_anchors(const Nodes& blocks, std::set<std::string>& anchors) {
  constexpr std::string_view kPrefix = "s-";
  walk(blocks, [&](const Node& node) {
    if (node.kind == NodeKind::heading && node.title.starts_with(kPrefix))
      anchors.insert(node.title.substr(kPrefix.size()));
    if (node.kind == NodeKind::footnote_definition) anchors.insert("fn-" + node.literal);
    if (node.kind == NodeKind::footnote_reference)
      anchors.insert("fnref-" + node.literal + (node.level > 1 ? fmt::format("-{}", node.level) : ""));
  });
}

}  // namespace

LinkTargets::LinkTargets(const Content& content) : content_(content) {
  for (const auto& post : content.posts) {
    const LinkTarget target{true, &post, nullptr};
    by_file_.emplace(post.file, target);
    for (const Facet facet : kFacets)
      for (const auto& term : terms_of(post, facet)) {
        terms_.emplace(folder_of(facet));
        terms_.insert(fmt::format("{}/{}", folder_of(facet), term_slug(term.key)));
      }
    if (post.slug.empty()) continue;
    posts_by_slug_.emplace(post.slug, target);
    slugs_.push_back(post.slug);
  }
  for (const auto& page : content.pages) {
    const LinkTarget target{true, nullptr, &page};
    by_file_.emplace(page.file, target);
    pages_by_slug_.emplace(page.slug, target);
    slugs_.push_back(page.slug);
  }
}

LinkTarget LinkTargets::find_page(std::string_view path) const {
  const auto in = [](const auto& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? LinkTarget{} : found->second;
  };
  const auto address = without_slash(path);
  if (const auto target = in(by_file_, path); target.exists) return target;
  if (address.starts_with(kPosts)) {
    auto slug = address.substr(kPosts.size());
    for (const std::string_view file : {"/incident.json", "/card.png"})
      if (slug.ends_with(file) && path == address)
        return {in(posts_by_slug_, slug.substr(0, slug.size() - file.size())).exists};
    return in(posts_by_slug_, slug);
  }
  return in(pages_by_slug_, address);
}

/// Whether a path is a list of terms, a term's page, or its feed.
bool LinkTargets::is_term_page(std::string_view path) const {
  for (const Facet facet : kFacets) {
    const std::string folder = std::string(folder_of(facet)) + "/";
    for (const std::string_view feed : {"/feed.xml", "/atom.xml", "/feed.json"})
      if (has_feeds(facet) && path.starts_with(folder) && path.ends_with(feed)) {
        path.remove_suffix(feed.size());
        return path.size() > folder.size() && terms_.contains(std::string(path));
      }
  }
  return terms_.contains(std::string(without_slash(path)));
}

LinkTarget LinkTargets::find(std::string_view path) const {
  if (path.starts_with(kAssets))
    return {std::binary_search(content_.assets.begin(), content_.assets.end(), path.substr(kAssets.size()))};
  const bool is_fixed = std::any_of(kFixed.begin(), kFixed.end(), [path](std::string_view fixed) {
    return path == fixed || (fixed.ends_with('/') && path == without_slash(fixed));
  });
  if (is_fixed || is_term_page(path)) return {true};
  const auto target = find_page(path);
  return target.exists ? target : LinkTarget{is_reserved(path)};
}

const Postmortem* LinkTargets::post(std::string_view slug) const {
  const auto found = posts_by_slug_.find(slug);
  return found == posts_by_slug_.end() ? nullptr : found->second.post;
}

std::string LinkTargets::nearest(std::string_view file, std::string_view path) const {
  const auto slug = pmsite::nearest(slug_in(path), slugs_);
  if (slug.empty()) return {};
  const auto* meant = post(slug);
  if (path.starts_with("content/"))
    return relative_url(file, meant != nullptr ? meant->file : pages_by_slug_.at(slug).page->file);
  return fmt::format("/{}{}/", meant != nullptr ? kPosts : "", slug);
}

std::set<std::string> anchors_of(const Postmortem& post) {
  std::set<std::string> anchors;
  add_heading_anchors(post.preamble, anchors);
  for (const auto& section : post.sections) {
    anchors.insert(section.anchor.substr(std::min<std::size_t>(2, section.anchor.size())));
    add_heading_anchors(section.heading, anchors);
    add_heading_anchors(section.blocks, anchors);
  }
  std::map<std::string, int> uses;  // entries of one minute are told apart by a number
  for (const auto& entry : post.timeline) {
    const std::string anchor = "at-" + format_clock(entry.start);
    const int use = ++uses[anchor];
    anchors.insert(use == 1 ? anchor : fmt::format("{}-{}", anchor, use));
  }
  return anchors;
}

std::set<std::string> anchors_of(const TextPage& page) {
  std::set<std::string> anchors;
  add_heading_anchors(page.blocks, anchors);
  return anchors;
}

}  // namespace pmsite
