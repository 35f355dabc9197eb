// SPDX-License-Identifier: MIT
#include "read/content_reader.hpp"

#include "support/sample_site.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>

namespace pmsite {
namespace {

namespace fs = std::filesystem;

/// "FILE:3:5 rule: message" a line, without the folder of the test.
std::string told(const Diagnostics& diagnostics, const fs::path& root) {
  std::string lines;
  for (const auto& each : diagnostics.sorted()) {
    std::string message = each.message;
    const auto at = message.find(root.string());
    if (at != std::string::npos) message.replace(at, root.string().size(), "ROOT");
    lines += fmt::format("{}{}:{}:{} {}: {}", lines.empty() ? "" : "\n", each.file, each.at.begin.line,
                         each.at.begin.column, each.rule->id, message);
  }
  return lines;
}

struct Reading {
  Content content;
  std::string told;
};

Reading read(const TemporaryFolder& site, std::vector<std::string> further = {}, int jobs = 1) {
  Diagnostics diagnostics;
  auto content = read_content({site.path(), std::move(further), jobs}, diagnostics);
  REQUIRE(content);
  return {*std::move(content), told(diagnostics, site.path())};
}

std::string files(const std::vector<Postmortem>& posts) {
  std::string list;
  for (const auto& post : posts) list += (list.empty() ? "" : " ") + post.file;
  return list;
}

}  // namespace

TEST_CASE("an empty folder is an empty site") {
  const TemporaryFolder site;
  const Reading reading = read(site);
  CHECK(reading.told == "");
  CHECK(reading.content.posts.empty());
  CHECK(reading.content.config.title == SiteConfig().title);
}

TEST_CASE("every part of a site is read, each list sorted by file name") {
  const TemporaryFolder site;
  site.write("pmsite.yaml", "title: Ours\n");
  site.write("content/posts/2026-03-04-b.md", kSamplePost);
  site.write("content/posts/2026-01-01-a.md", kSamplePost);
  site.write("content/posts/.hidden.md", "not a post");
  site.write("content/pages/about.md", "---\ntitle: About\n---\nText\n");
  site.write("content/architectures/shop.dot", "digraph { checkout -> cache }\n");
  site.write("assets/charts/b.svg", "<svg/>");
  site.write("assets/a.png", "x");
  const Reading reading = read(site);
  CHECK(reading.told == "");
  CHECK(reading.content.config.title == "Ours");
  CHECK(files(reading.content.posts) == "content/posts/2026-01-01-a.md content/posts/2026-03-04-b.md");
  REQUIRE(reading.content.pages.size() == 1);
  CHECK(reading.content.pages[0].title == "About");
  REQUIRE(reading.content.architectures.size() == 1);
  CHECK(reading.content.architectures[0].name == "shop");
  CHECK(reading.content.architectures[0].file == "content/architectures/shop.dot");
  CHECK(reading.content.architectures[0].dot == "digraph { checkout -> cache }\n");
  CHECK(reading.content.assets == std::vector<std::string>{"a.png", "charts/b.svg"});
}

TEST_CASE("the faults of all files are reported, each in its own") {
  const TemporaryFolder site;
  site.write("pmsite.yaml", "titel: x\n");
  site.write("content/posts/2026-01-01-a.md", sample_with("SEV2", "[SEV2]"));
  site.write("content/pages/about.md", "text\n");
  site.write("content/architectures/shop.dot", "\xFF");
  const std::string found = read(site).told;
  CHECK(found.find("content/architectures/shop.dot:1:1 source-encoding: ") != std::string::npos);
  CHECK(found.find("content/pages/about.md:1:1 front-matter-missing: ") != std::string::npos);
  CHECK(found.find("content/posts/2026-01-01-a.md:5:11 field-type: ") != std::string::npos);
  CHECK(found.find("pmsite.yaml:1:1 unknown-key: ") != std::string::npos);
}

TEST_CASE("diagrams and architectures are texts still, which nobody has judged") {
  const TemporaryFolder site;
  const std::string diagram = "\n```dot caption=\"C\"\ndigraph { a -> -> b }\n```\n";
  site.write("content/posts/2026-01-01-a.md", std::string(kSamplePost) + diagram);
  site.write("content/architectures/shop.dot", "digraph { checkout -> \n");
  const Reading reading = read(site);
  CHECK(reading.told == "");
  REQUIRE(reading.content.posts[0].diagrams.size() == 1);
  CHECK(reading.content.posts[0].diagrams[0].dot == "digraph { a -> -> b }\n");
  CHECK(reading.content.posts[0].diagrams[0].graph.nodes.empty());
  CHECK(reading.content.architectures[0].dot == "digraph { checkout -> \n");
  CHECK(reading.content.architectures[0].components.empty());
}

TEST_CASE("a link among the posts is reported and not read") {
  const TemporaryFolder site;
  site.write("content/posts/2026-01-01-a.md", kSamplePost);
  fs::create_symlink(site.write("secret.md", kSamplePost), site.path() / "content/posts/2026-01-02-b.md");
  const Reading reading = read(site);
  CHECK(files(reading.content.posts) == "content/posts/2026-01-01-a.md");
  CHECK(reading.told ==
        "content/posts/2026-01-02-b.md:1:1 source-file: cannot read `content/posts/2026-01-02-b.md`: links "
        "are not "
        "followed");
}

TEST_CASE("a link to itself among the posts is reported, too") {
  const TemporaryFolder site;
  fs::create_directories(site.path() / "content/posts");
  fs::create_symlink("2026-01-02-b.md", site.path() / "content/posts/2026-01-02-b.md");
  Diagnostics diagnostics;
  CHECK_NOTHROW((void)read_content({site.path(), {}, 1}, diagnostics));
  CHECK(told(diagnostics, site.path()) ==
        "content/posts/2026-01-02-b.md:1:1 source-file: cannot read `content/posts/2026-01-02-b.md`: links "
        "are not "
        "followed");
}

TEST_CASE("a link in the place of the configuration is reported") {
  const TemporaryFolder site;
  fs::create_symlink("/etc/hostname", site.path() / "pmsite.yaml");
  CHECK(read(site).told == "pmsite.yaml:1:1 source-file: cannot read `pmsite.yaml`: links are not followed");
}

TEST_CASE("a post beyond the limit is reported and not read") {
  const TemporaryFolder site;
  site.write("content/posts/2026-01-01-a.md", std::string(kLargestPost + 1, 'x'));
  const Reading reading = read(site);
  CHECK(reading.content.posts.empty());
  CHECK(reading.told ==
        "content/posts/2026-01-01-a.md:1:1 source-file: cannot read `content/posts/2026-01-01-a.md`: larger "
        "than 524288 "
        "bytes");
}

TEST_CASE("a link among the assets is an error, since its target could be anywhere") {
  const TemporaryFolder site;
  fs::create_directories(site.path() / "assets");
  fs::create_symlink("/etc", site.path() / "assets/etc");
  Diagnostics diagnostics;
  const auto content = read_content({site.path(), {}, 1}, diagnostics);
  REQUIRE_FALSE(content);
  CHECK(content.error().message.find("links are not followed") != std::string::npos);
}

TEST_CASE("the sizes of pictures are known, and what has none is no fault") {
  const TemporaryFolder site;
  const std::string gif("GIF89a\x03\0\x02\0\0\0\0", 13);
  site.write("assets/charts/b.svg", "<svg width='640' height='480'/>");
  site.write("assets/a.gif", gif);
  site.write("assets/long.GIF", gif + std::string(1'000'000, 'x'));
  site.write("assets/broken.png", "x");
  site.write("assets/empty.jpg", "");
  site.write("assets/named.txt", gif);
  const Reading reading = read(site);
  CHECK(reading.told == "");
  CHECK(reading.content.assets.size() == 6);
  CHECK(reading.content.image_sizes ==
        std::map<std::string, ImageSize, std::less<>>{
            {"a.gif", {3, 2}}, {"charts/b.svg", {640, 480}}, {"long.GIF", {3, 2}}});
}

TEST_CASE("the sizes of many pictures are the same with any number of threads") {
  const TemporaryFolder site;
  for (int i = 1; i <= 100; ++i)
    site.write(fmt::format("assets/{}.svg", i), fmt::format("<svg width='{}' height='1'/>", i));
  const auto alone = read(site, {}, 1).content.image_sizes;
  CHECK(alone.size() == 100);
  CHECK(alone.at("77.svg") == ImageSize{77, 1});
  CHECK(read(site, {}, 4).content.image_sizes == alone);
}

TEST_CASE("further files are read in addition, and none twice") {
  const TemporaryFolder site;
  site.write("content/posts/2026-01-01-a.md", kSamplePost);
  site.write("drafts/2026-01-02-b.md", kSamplePost);
  site.write("content/pages/about.md", "---\ntitle: About\n---\n");
  site.write("pmsite.yaml", "title: x\n");
  const Reading reading = read(site, {"drafts/2026-01-02-b.md", "content/posts/2026-01-01-a.md",
                                      "content/pages/about.md", "pmsite.yaml"});
  CHECK(files(reading.content.posts) == "content/posts/2026-01-01-a.md drafts/2026-01-02-b.md");
}

TEST_CASE("a further file that does not exist is reported") {
  const TemporaryFolder site;
  const Reading reading = read(site, {"none.md"});
  CHECK(reading.content.posts.empty());
  CHECK(reading.told.starts_with("none.md:1:1 source-file: "));
}

TEST_CASE("a file of content/ that nobody reads is a warning") {
  const TemporaryFolder site;
  for (const std::string name : {"content/posts/2026-01-01-a.markdown", "content/2026-01-02-b.md",
                                 "content/posts/2026/c.md", "content/.git/config", "content/posts/.d.md"})
    site.write(name, kSamplePost);
  CHECK(read(site).told ==
        "content/2026-01-02-b.md:1:1 file-unread: this file is not read\n"
        "content/posts/2026-01-01-a.markdown:1:1 file-unread: this file is not read\n"
        "content/posts/2026/c.md:1:1 file-unread: this file is not read");
}

TEST_CASE("a folder with a configuration or with posts is a site") {
  const TemporaryFolder configured, posts, neither;
  configured.write("pmsite.yaml", "");
  posts.write("content/posts/x.md", "");
  neither.write("content/pages/x.md", "");
  CHECK(holds_site(configured.path()));
  CHECK(holds_site(posts.path()));
  CHECK_FALSE(holds_site(neither.path()));
  CHECK_FALSE(holds_site(neither.path() / "none"));
}

TEST_CASE("any number of threads reads the same") {
  const TemporaryFolder site;
  for (int i = 10; i < 40; ++i)
    site.write("content/posts/2026-01-" + std::to_string(i) + "-a.md",
               sample_with("SEV2", i % 3 == 0 ? "[x]" : "SEV2"));
  const Reading alone = read(site, {}, 1), together = read(site, {}, 4);
  CHECK(alone.told == together.told);
  CHECK(files(alone.content.posts) == files(together.content.posts));
  CHECK(alone.content.posts.size() == 30);
}

}  // namespace pmsite
