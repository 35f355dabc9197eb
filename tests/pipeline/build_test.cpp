// SPDX-License-Identifier: MIT
#include "pipeline/build.hpp"

#include "support/faults.hpp"
#include "support/golden.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace pmsite {
namespace {

BuildOptions options_for(const TemporaryFolder& folder) {
  BuildOptions options;
  options.root = folder.path();
  options.output = folder.path() / "public";
  options.now = sample_time();
  return options;
}

/// Builds a site that must be published.
BuildReport build(const BuildOptions& options) {
  Diagnostics diagnostics;
  const auto report = build_site(options, diagnostics);
  REQUIRE_MESSAGE(report, report.error().message);
  REQUIRE_MESSAGE(report->published, faults(diagnostics));
  return *report;
}

/// Builds a site that must be stopped, and says by what.
std::string build_stopped(const BuildOptions& options) {
  Diagnostics diagnostics;
  const auto report = build_site(options, diagnostics);
  REQUIRE_MESSAGE(report, report.error().message);
  CHECK_FALSE(report->published);
  CHECK_FALSE(std::filesystem::exists(options.output));
  return faults(diagnostics);
}

}  // namespace

TEST_CASE("a folder with nothing but a post builds") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  const BuildReport report = build(options_for(folder));
  CHECK(report.posts_read == 1);
  CHECK(report.posts == 1);
  CHECK(report.pages == 11);     // the post, the front page, services, checkout, tags, 404
  CHECK(report.diagrams == 1);  // from cause to impact
  CHECK(report.feeds == 3);
  CHECK(report.skipped.empty());
  CHECK(report.drafts_skipped == 0);
  CHECK_FALSE(report.has_base_url);
  CHECK(read_tree(folder.path() / "public").contains("posts/x/index.html"));
}

TEST_CASE("an empty folder builds too") {
  const TemporaryFolder folder;
  const BuildReport report = build(options_for(folder));
  CHECK(report.posts == 0);
  CHECK(report.pages == 4);
}

TEST_CASE("the report counts the bytes that are published") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  folder.write("assets/a.bin", std::string(1000, 'x'));
  const BuildReport report = build(options_for(folder));
  std::size_t bytes = 0;
  for (const auto& [path, text] : read_tree(folder.path() / "public"))
    if (path != ".pmsite-manifest") bytes += text.size();
  CHECK(report.bytes == bytes);
  CHECK(read_tree(folder.path() / "public").at("assets/a.bin") == std::string(1000, 'x'));
}

TEST_CASE("what is left out is reported with its file and the reason") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-a", "status: draft");
  write_post(folder, "2026-03-06-b", "status: in_review");
  write_post(folder, "2031-03-06-c");
  const BuildReport report = build(options_for(folder));
  CHECK(report.posts_read == 3);
  CHECK(report.posts == 0);
  CHECK(report.drafts_skipped == 2);
  CHECK(report.skipped ==
        std::vector<std::string>{"content/posts/2026-03-06-a.md: a draft",
                                 "content/posts/2026-03-06-b.md: in review",
                                 "content/posts/2031-03-06-c.md: published later, on 2031-03-06"});
}

TEST_CASE("drafts, the future and the base URL are as the options say") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-a", "status: draft");
  write_post(folder, "2031-03-06-c");
  BuildOptions options = options_for(folder);
  options.with_drafts = options.with_future = true;
  options.base_url = "https://shop.example/";
  const BuildReport report = build(options);
  CHECK(report.posts == 2);
  CHECK(report.has_base_url);
  const auto tree = read_tree(folder.path() / "public");
  CHECK(tree.at("sitemap.xml").find("<loc>https://shop.example/posts/a/</loc>") != std::string::npos);
}

TEST_CASE("an error in the content stops the build") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  CHECK(build_stopped(options_for(folder)).find("severity-unknown: ") != std::string::npos);
}

TEST_CASE("an unfinished draft does not stop the finished posts; its errors are counted") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "status: draft\nseverity: SEV9\ndetection: dog");
  write_post(folder, "2026-03-07-y", "status: in_review");
  write_post(folder, "2026-03-08-z");
  const BuildReport report = build(options_for(folder));
  CHECK(report.posts == 1);
  CHECK(report.skipped == std::vector<std::string>{"content/posts/2026-03-06-x.md: a draft (2 errors so far)",
                                                   "content/posts/2026-03-07-y.md: in review"});
}

TEST_CASE("where drafts are asked for, their errors stop the build") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "status: draft\nseverity: SEV9");
  BuildOptions options = options_for(folder);
  options.with_drafts = true;
  CHECK(build_stopped(options).find("severity-unknown: ") != std::string::npos);
}

TEST_CASE("a warning stops the build only where that is asked for") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "", std::string(kSampleBody) + "\nA <b>bold</b> claim.\n");
  BuildOptions options = options_for(folder);
  options.strict = true;
  CHECK(build_stopped(options).find("raw-html: ") != std::string::npos);
  options.strict = false;
  CHECK(build(options).posts == 1);
}

TEST_CASE("the profile of the options wins over that of the configuration, but not over the post's own") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "profile: sre\n");
  write_post(folder, "2026-03-06-x", "-profile");
  CHECK(build_stopped(options_for(folder)).find("section-missing: ") != std::string::npos);
  BuildOptions options = options_for(folder);
  options.profile = "learning";
  CHECK(build(options).posts == 1);
}

TEST_CASE("two posts at one address stop the build") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  write_post(folder, "2026-03-07-x");
  CHECK(build_stopped(options_for(folder)).find("address-taken: ") != std::string::npos);
}

TEST_CASE("a theme that does not exist stops the build, at the line that names it") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "title: Shop\ntheme: bold\n");
  CHECK(build_stopped(options_for(folder)) == "2:8 field-value: there is no theme `bold`");
}

TEST_CASE("a template that names what no page has stops the build") {
  const TemporaryFolder folder;
  folder.write("themes/default/templates/error.mustache", "{{nonsense}}");
  CHECK(build_stopped(options_for(folder)) == "1:1 template-name: there is no value named `nonsense`");
}

TEST_CASE("all faults are found in one run, over all files") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  write_post(folder, "2026-03-07-y", "detection: dog");
  folder.write("pmsite.yaml", "titel: Shop\n");
  folder.write("content/architectures/a.dot", "digraph { a -> \n");
  folder.write("themes/default/templates/error.mustache", "{{{page}}}");
  const std::string found = build_stopped(options_for(folder));
  for (const std::string rule :
       {"severity-unknown", "field-value", "unknown-key", "diagram-syntax", "template-syntax"})
    CHECK_MESSAGE(found.find(rule + ": ") != std::string::npos, rule);
}

TEST_CASE("after a stopped build the old site is as it was") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  build(options_for(folder));
  const FileTree before = read_tree(folder.path() / "public");
  write_post(folder, "2026-03-06-x", "severity: SEV9");
  Diagnostics diagnostics;
  const auto report = build_site(options_for(folder), diagnostics);
  REQUIRE(report);
  CHECK_FALSE(report->published);
  CHECK(read_tree(folder.path() / "public") == before);
}

TEST_CASE("building again changes nothing, and a post that is gone has no page any more") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  write_post(folder, "2026-03-07-y");
  build(options_for(folder));
  const FileTree before = read_tree(folder.path() / "public");
  build(options_for(folder));
  CHECK(read_tree(folder.path() / "public") == before);
  std::filesystem::remove(folder.path() / "content/posts/2026-03-07-y.md");
  build(options_for(folder));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "public/posts/y"));
}

TEST_CASE("diagrams and architectures are counted by their texts") {
  const TemporaryFolder folder;
  folder.write("content/architectures/shop.dot", "digraph shop { checkout -> cache }\n");
  const std::string figure = "\n```dot caption=\"C\"\ndigraph { a -> b }\n```\n";
  const std::string facts = "architecture: shop\n-trigger\n-contributing_factors";
  write_post(folder, "2026-03-06-x", facts, std::string(kSampleBody) + figure + figure);
  CHECK(build(options_for(folder)).diagrams == 2);
}

TEST_CASE("a second build draws nothing anew, and writes the same site") {
  const TemporaryFolder folder;
  folder.write("content/architectures/shop.dot", "digraph shop { checkout -> cache }\n");
  write_post(folder, "2026-03-06-x", "architecture: shop");
  BuildOptions options = options_for(folder);
  options.cache = CacheUse::read_and_write;
  const BuildReport first = build(options);
  const FileTree before = read_tree(folder.path() / "public");
  const BuildReport second = build(options);
  CHECK(first.diagrams == 2);
  CHECK(first.diagrams_laid_out == 2);
  CHECK(first.diagrams_from_cache == 0);
  CHECK(first.diagrams_retried == 0);
  CHECK(second.diagrams == 2);
  CHECK(second.diagrams_laid_out == 0);
  CHECK(second.diagrams_from_cache == 2);
  CHECK(read_tree(folder.path() / "public") == before);
}

TEST_CASE("a build that keeps no cache leaves none") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  build(options_for(folder));
  CHECK_FALSE(std::filesystem::exists(folder.path() / ".pmsite-cache"));
}

TEST_CASE("a cache that cannot be written does not stop a build") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  folder.write(".pmsite-cache", "a file in its place");
  BuildOptions options = options_for(folder);
  options.cache = CacheUse::read_and_write;
  CHECK(build(options).cache_failure.starts_with("cannot write `.pmsite-cache/diagrams`: "));
}

TEST_CASE("a font for diagrams that is not there stops the build, at the line that names it") {
  const TemporaryFolder folder;
  folder.write("pmsite.yaml", "title: Shop\ndiagram_font: none.ttf\n");
  CHECK(build_stopped(options_for(folder)) ==
        "2:15 field-value: cannot read `assets/none.ttf`: No such file or directory");
}

TEST_CASE("an asset that is a link is an error of the system") {
  const TemporaryFolder folder;
  folder.write("assets/a.png", "x");
  std::filesystem::create_symlink("/etc/passwd", folder.path() / "assets/b.png");
  Diagnostics diagnostics;
  const auto report = build_site(options_for(folder), diagnostics);
  REQUIRE_FALSE(report);
  CHECK(report.error().message.find("links are not followed") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "public"));
}

TEST_CASE("a check reads further posts, wherever they lie, and draws what it finds") {
  const TemporaryFolder folder;
  write_post(folder, "2026-03-06-x");
  folder.write("elsewhere/2026-03-07-y.md",
               sample_post("", std::string(kSampleBody) + "\n```dot caption=\"C\"\ndigraph { a }\n```\n"));
  Diagnostics diagnostics;
  const auto checked = check_site(
      {folder.path(), {"elsewhere/2026-03-07-y.md", "content/posts/2026-03-06-x.md"}, "", sample_time(), 1},
      diagnostics);
  REQUIRE(checked);
  CHECK(faults(diagnostics) == "44:1 allow-unused: nothing here breaks `diagram-missing`");
  CHECK(checked->content.posts.size() == 2);
  CHECK(checked->drawn.pictures.size() == 2);  // the diagram, and from cause to impact
  CHECK_FALSE(std::filesystem::exists(folder.path() / "public"));
}

TEST_CASE("a picture of another site is refused on text pages as it is in posts") {
  const TemporaryFolder folder;
  folder.write("content/pages/about.md", "---\ntitle: About\n---\n![x](https://other.example/x.png)\n");
  CHECK(build_stopped(options_for(folder)).find("image-file: ") != std::string::npos);
}

}  // namespace pmsite
