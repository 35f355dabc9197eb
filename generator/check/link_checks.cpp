// SPDX-License-Identifier: MIT
#include "check/link_checks.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "check/site_index.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <vector>

namespace pmsite {
namespace {

constexpr int kMostSuggestions = 10;

/// What is meant by an address that only lacks its scheme; empty where nothing is.
std::string with_scheme(std::string_view url) {
  if (url.starts_with("www.")) return fmt::format("https://{}", url);
  const auto at = url.find('@');
  const bool is_mail = at != std::string_view::npos && at > 0 &&
                       url.find('.', at) != std::string_view::npos && url.find('/') == std::string_view::npos;
  return is_mail ? fmt::format("mailto:{}", url) : std::string();
}

}  // namespace

DeadLinks::DeadLinks(const LinkTargets& targets, const Postmortem& post)
    : targets_(targets),
      file_(post.file),
      source_(&post.source),
      self_{true, &post, nullptr},
      suggestions_left_(kMostSuggestions) {}

DeadLinks::DeadLinks(const LinkTargets& targets, const TextPage& page)
    : targets_(targets), file_(page.file), self_{true, nullptr, &page}, suggestions_left_(kMostSuggestions) {}

void DeadLinks::find(const Nodes& nodes, const CheckReporter& report) {
  walk(nodes, [&](const Node& node) {
    if (node.kind == NodeKind::link && is_allowed_url(node.url) && !leaves_site(node.url))
      check(node, report);
  });
}

/// A post that is checked before it is put into its folder may be written for where it will be.
std::optional<ContentPath> DeadLinks::resolve(std::string_view url) const {
  const auto path = content_path(file_, url);
  const bool is_elsewhere = !file_.starts_with("content/");
  if (!is_elsewhere || (path && targets_.find(path->path).exists)) return path;
  const auto later = content_path("content/posts/post.md", url);
  return later && targets_.find(later->path).exists ? later : path;
}

void DeadLinks::check(const Node& link, const CheckReporter& report) {
  if (link.url.empty()) {
    report(link.at, fmt::format("the link `{}` has no address", plain_text(link)),
           "write where it leads, or take the brackets off");
    return;
  }
  const auto path = resolve(link.url);
  if (!path) {
    report(place_of(link), fmt::format("`{}` leads out of the site's folder", link.url),
           "link to a post, a page or a file in assets/, or to a full https:// address");
    return;
  }
  // Of a query alone the page itself is asked.
  const auto target = path->path.empty() && !link.url.starts_with('/') ? self_ : targets_.find(path->path);
  if (target.exists) {
    check_fragment(link, path->fragment, target, report);
  } else if (path->path.starts_with("assets/")) {
    report(place_of(link), fmt::format("there is no file `{}`", path->path),
           "put it there, or correct the path");
  } else {
    report(place_of(link), fmt::format("`{}` leads to no page of this site", link.url),
           suggestion(link.url, path->path));
  }
}

void DeadLinks::check_fragment(const Node& link, std::string_view fragment, const LinkTarget& target,
                               const CheckReporter& report) {
  const bool names_text = fragment.starts_with("#:~:");
  if (fragment.size() < 2 || fragment[0] != '#' || names_text || (!target.post && !target.page)) return;
  const std::string& file = target.post ? target.post->file : target.page->file;
  auto known = anchors_.find(file);
  if (known == anchors_.end())
    known = anchors_.emplace(file, target.post ? anchors_of(*target.post) : anchors_of(*target.page)).first;
  const std::string name = percent_decode(fragment.substr(1));
  if (known->second.contains(name)) return;
  std::string help = "a heading is called by its words: `## Root cause` is `#root-cause`";
  if (suggestions_left_-- > 0) {
    const std::vector<std::string_view> names(known->second.begin(), known->second.end());
    const auto meant = nearest(name.starts_with("s-") ? name.substr(2) : name, names);
    if (!meant.empty()) help = fmt::format("did you mean `#{}`?", meant);
  }
  report(place_of(link),
         file == file_ ? fmt::format("nothing here is called `#{}`", name)
                       : fmt::format("nothing in {} is called `#{}`", file, name),
         std::move(help));
}

std::string DeadLinks::suggestion(std::string_view url, std::string_view path) {
  if (const auto meant = with_scheme(url); !meant.empty()) return fmt::format("did you mean `{}`?", meant);
  const std::string meant = suggestions_left_-- > 0 ? targets_.nearest(file_, path) : std::string();
  return meant.empty() ? "link to the file of a post or a page, or to a full https:// address"
                       : fmt::format("did you mean `{}`?", meant);
}

/// Where the address stands; where the link begins if it is written in another way there.
Span DeadLinks::place_of(const Node& link) {
  if (source_ == nullptr) return link.at;
  const int line = link.at.begin.line;
  if (line != searched_line_) searched_to_ = 0;
  searched_line_ = line;
  const auto text = source_->line(line);
  for (auto at = text.find(link.url, searched_to_); at != std::string_view::npos;
       at = text.find(link.url, at + 1)) {
    const auto end = at + link.url.size();
    searched_to_ = end;
    // A longer address may begin in the same way.
    if (end < text.size() && std::string_view(") >\"'").find(text[end]) == std::string_view::npos) continue;
    return span_on_line(line, static_cast<int>(at) + 1, link.url.size());
  }
  return link.at;
}

namespace {

void check_links(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  DeadLinks links(subject.index.targets, post);
  links.find(post.preamble, report);
  for (const auto& section : post.sections) {
    links.find(section.heading, report);
    links.find(section.blocks, report);
  }
}

constexpr std::array kChecks = {Check{kLinkDead, check_links}};

}  // namespace

std::span<const Check> link_checks() { return kChecks; }

}  // namespace pmsite
