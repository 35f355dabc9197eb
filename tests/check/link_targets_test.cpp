// SPDX-License-Identifier: MIT
#include "check/link_targets.hpp"

#include "base/text.hpp"
#include "read/post_reader.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace pmsite {
namespace {

Content site() {
  Content content;
  Postmortem post;
  post.file = "content/posts/2026-03-04-checkout.md";
  post.slug = "checkout";
  post.services = {{"Pay desk", {}}};
  post.tags = {{"night shift", {}}};
  post.severity = {"SEV2", {}};
  content.posts.push_back(std::move(post));
  content.posts.emplace_back().file = "drafts/unnamed.md";
  content.pages.push_back({"content/pages/about.md", "about", "About", {}, {}});
  content.assets = {"a.png", "charts/b.svg"};
  return content;
}

std::string anchors(const std::set<std::string>& names) { return join({names.begin(), names.end()}, " "); }

Nodes blocks(const std::string& markdown) {
  Diagnostics ignored;
  return read_page("content/pages/a.md", "---\ntitle: a\n---\n" + markdown, ignored).blocks;
}

}  // namespace

TEST_CASE("a path leads to the post or the page that it names, by address or by file") {
  const Content content = site();
  const LinkTargets targets(content);
  for (const auto* path : {"content/posts/2026-03-04-checkout.md", "posts/checkout/", "posts/checkout"})
    CHECK(targets.find(path).post == &content.posts[0]);
  for (const auto* path : {"content/pages/about.md", "about/", "about"})
    CHECK(targets.find(path).page == &content.pages[0]);
  CHECK(targets.find("drafts/unnamed.md").post == &content.posts[1]);
  CHECK(targets.post("checkout") == &content.posts[0]);
  CHECK(targets.post("about") == nullptr);
  CHECK(targets.post("") == nullptr);
}

TEST_CASE("a path leads to lists, files and feeds, which have no anchors that are known") {
  const Content content = site();
  const LinkTargets targets(content);
  for (const auto* path :
       {"", "services/", "services", "services/pay-desk/", "services/pay-desk", "tags/night-shift/", "tags/",
        "feed.xml", "feed.json", "services/pay-desk/atom.xml", "severities/sev2", "archive", "sitemap.xml",
        "assets/a.png", "assets/charts/b.svg", "metrics/"}) {
    CAPTURE(std::string(path));
    const auto target = targets.find(path);
    CHECK(target.exists);
    CHECK((target.post == nullptr && target.page == nullptr));
  }
  for (const auto* path :
       {"posts/", "posts/about/", "checkout/", "services/night-shift/", "services/Pay desk/", "assets/",
        "assets/b.svg", "a.png", "content/posts/checkout.md", "feeds.xml", "about/x/", "posts//",
        "severities/sev2/feed.xml", "services/feed.xml", "services/pay-desk/x/feed.xml", "causes/",
        "servicesfeed.xml"}) {
    CAPTURE(std::string(path));
    CHECK_FALSE(targets.find(path).exists);
  }
}

TEST_CASE("what was meant is told as the link should have it") {
  const Content content = site();
  const LinkTargets targets(content);
  const std::string here = "content/posts/2026-05-01-here.md";
  CHECK(targets.nearest(here, "content/posts/2026-03-05-chekout.md") == "2026-03-04-checkout.md");
  CHECK(targets.nearest(here, "content/posts/about.md") == "../pages/about.md");
  CHECK(targets.nearest("content/pages/x.md", "content/pages/checkout.md") ==
        "../posts/2026-03-04-checkout.md");
  CHECK(targets.nearest(here, "posts/checkuot/") == "/posts/checkout/");
  CHECK(targets.nearest(here, "abot") == "/about/");
  CHECK(targets.nearest(here, "posts/nothing-like-it/") == "");
  CHECK(targets.nearest(here, "") == "");
}

TEST_CASE("anchors of a page are its headings by their words, wherever they stand, and its footnotes") {
  TextPage page;
  page.blocks =
      blocks("# Top\n\na[^b] b[^b]\n\n> ## Root cause & fix\n\n- ## Top\n\n## \xE6\x99\x82\n\n[^b]: c\n");
  CHECK(anchors(anchors_of(page)) == "fn-1 fnref-1 fnref-1-2 root-cause-fix section top top-2");
}

TEST_CASE("anchors of a post are its sections, the headings in them, and the minutes of its timeline") {
  Postmortem post;
  post.preamble = blocks("Hello.[^1]\n");
  post.sections.push_back({});
  post.sections[0].anchor = "s-timeline";
  post.sections[0].blocks = blocks("### Night\n");
  const auto at = [](int hour, int minute, int second) {
    TimelineEntry entry;
    entry.start = instant_at({std::chrono::year{2026}, std::chrono::March, std::chrono::day{4}},
                             {hour, minute, second}, std::chrono::minutes{60});
    return entry;
  };
  post.timeline = {at(10, 12, 0), at(10, 15, 0), at(10, 12, 0), at(10, 15, 30)};
  CHECK(anchors(anchors_of(post)) == "at-10:12 at-10:12-2 at-10:15 at-10:15:30 night timeline");
}

}  // namespace pmsite
