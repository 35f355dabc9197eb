// SPDX-License-Identifier: MIT
#include "site/addresses.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace pmsite {
namespace {

Content content_of(const std::vector<std::pair<std::string, std::string>>& posts,
                   const std::vector<std::string>& pages) {
  Content content;
  for (const auto& [file, slug] : posts) {
    Postmortem post;
    post.file = "content/posts/" + file;
    post.slug = slug;
    content.posts.push_back(std::move(post));
  }
  for (const auto& slug : pages)
    content.pages.push_back({"content/pages/" + slug + ".md", slug, "Title", {}, {}});
  return content;
}

std::string address_faults(const Content& content) {
  Diagnostics diagnostics;
  check_addresses(content, diagnostics);
  return faults_with_help(diagnostics);
}

}  // namespace

TEST_CASE("posts and pages with addresses of their own are left alone") {
  CHECK(address_faults(content_of({{"2026-03-06-a.md", "a"}, {"2026-03-07-b.md", "b"}}, {"about", "a"})) ==
        "");
}

TEST_CASE("two posts with the same slug are reported at the later file, which names the other") {
  Diagnostics diagnostics;
  check_addresses(content_of({{"2026-03-06-a.md", "a"}, {"2026-03-07-a.md", "a"}}, {}), diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].file == "content/posts/2026-03-07-a.md");
  CHECK(faults_with_help(diagnostics) ==
        "1:1 address-taken: the address /posts/a/ is taken by content/posts/2026-03-06-a.md -> rename one of "
        "the two "
        "files");
}

TEST_CASE("a third post with the same slug is reported too") {
  Diagnostics diagnostics;
  check_addresses(content_of({{"1.md", "a"}, {"2.md", "a"}, {"3.md", "a"}}, {}), diagnostics);
  CHECK(diagnostics.count(Level::error) == 2);
}

TEST_CASE("posts whose file name could not be read claim no address") {
  CHECK(address_faults(content_of({{"x.md", ""}, {"y.md", ""}}, {})) == "");
}

TEST_CASE("a page may not take the name of a page that the program makes") {
  CHECK(address_faults(content_of({}, {"tags"})) ==
        "1:1 address-taken: the address /tags/ belongs to the program -> rename the file");
  for (const std::string name :
       {"posts", "services", "page", "theme", "assets", "404", "feed", "sitemap", "index"})
    CHECK_MESSAGE(!address_faults(content_of({}, {name})).empty(), name);
}

}  // namespace pmsite
