// SPDX-License-Identifier: MIT
#include "render/links.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

SampleSite sample_site() {
  SampleSite sample;
  sample.post("2026-03-06-checkout").post("2026-03-07-search").page("about", "About", "Text.\n");
  sample.post("2026-03-08-draft", "status: draft");
  sample.content.assets = {"a b.png", "a.pdf", "a.png"};
  return sample;
}

constexpr std::string_view kPost = "content/posts/2026-03-06-checkout.md";

/// What a link in the post becomes on the page of that post.
std::string from_post(std::string_view url, bool portable = false) {
  SampleSite sample = sample_site();
  sample.options.portable = portable;
  return resolve_link(sample.assemble(), {"posts/checkout/", "T", "D"}, kPost, url);
}

std::string absolute(std::string_view url) {
  const SampleSite sample = sample_site();
  return resolve_absolute(sample.assemble(), "posts/checkout/", kPost, url);
}

}  // namespace

TEST_CASE("links to other files of the content become relative links to their pages") {
  CHECK(from_post("2026-03-07-search.md") == "../search/");
  CHECK(from_post("../pages/about.md") == "../../about/");
  CHECK(from_post("2026-03-06-checkout.md") == "./");
  CHECK(from_post("../../assets/a b.png") == "../../assets/a%20b.png");
  CHECK(from_post("../../assets/a%20b.png") == "../../assets/a%20b.png");
  CHECK(from_post("/services/checkout/") == "../../services/checkout/");
  CHECK(from_post("/") == "../../");
}

TEST_CASE("the same file is linked from where the page is, not from where the text is") {
  const SampleSite sample = sample_site();
  const Site site = sample.assemble();
  CHECK(resolve_link(site, {"", "T", "D"}, kPost, "2026-03-07-search.md") == "posts/search/");
  CHECK(resolve_link(site, {"about/", "T", "D"}, "content/pages/about.md", "../posts/2026-03-07-search.md") ==
        "../posts/search/");
}

TEST_CASE("portable links name the index") {
  CHECK(from_post("2026-03-07-search.md", true) == "../search/index.html");
  CHECK(from_post("2026-03-07-search.md#timeline", true) == "../search/index.html#s-timeline");
  CHECK(from_post("/", true) == "../../index.html");
  CHECK(from_post("/assets/a.png", true) == "../../assets/a.png");
}

TEST_CASE("a fragment of the same page gets the prefix of our anchors, unless it names a moment or a note") {
  CHECK(from_post("#timeline") == "#s-timeline");
  CHECK(from_post("#at-10:44") == "#at-10:44");
  CHECK(from_post("#fn-1") == "#fn-1");
  CHECK(from_post("#") == "#");
}

TEST_CASE("a fragment of another page gets the prefix of our anchors too") {
  CHECK(from_post("2026-03-07-search.md#timeline") == "../search/#s-timeline");
  CHECK(from_post("../pages/about.md#who") == "../../about/#s-who");
  CHECK(absolute("2026-03-07-search.md#timeline") == "https://shop.example/blog/posts/search/#s-timeline");
}

TEST_CASE("a link may name a moment of another post's timeline") {
  CHECK(from_post("2026-03-07-search.md#at-10:44") == "../search/#at-10:44");
  CHECK(absolute("2026-03-07-search.md#at-10:44") == "https://shop.example/blog/posts/search/#at-10:44");
}

TEST_CASE("a fragment of an asset is the asset's own") {
  CHECK(from_post("/assets/a.pdf#page=2") == "../../assets/a.pdf#page=2");
}

TEST_CASE("addresses of other hosts stay, with what a URL cannot hold encoded") {
  CHECK(from_post("https://other.example/a?b=c&d#e") == "https://other.example/a?b=c&d#e");
  CHECK(from_post("https://other.example/ü \"x\"") == "https://other.example/%C3%BC%20%22x%22");
  CHECK(from_post("HTTP://other.example/") == "HTTP://other.example/");
  CHECK(from_post("mailto:ada@shop.example") == "mailto:ada@shop.example");
}

TEST_CASE("links that could run a program or hide their host lead nowhere") {
  for (const std::string url :
       {"javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:alert(1)", "data:text/html,x",
        "//other.example/", "\\\\other.example", "vbscript:x", "blob:x", "file:///etc/passwd"}) {
    CAPTURE(url);
    CHECK(from_post(url) == "");
    CHECK(absolute(url) == "");
  }
}

TEST_CASE("links to files that are not published lead nowhere") {
  CHECK(from_post("2026-03-09-missing.md") == "");
  CHECK(from_post("../architectures/shop.dot") == "");
  CHECK(from_post("../../../../etc/passwd") == "");
}

TEST_CASE("a link to a post that this build leaves out leads nowhere") {
  CHECK(from_post("2026-03-08-draft.md") == "");
  CHECK(absolute("2026-03-08-draft.md") == "");
}

TEST_CASE("an empty link leads to the page it stands on, as it does on GitHub") {
  CHECK(from_post("") == "./");
}

TEST_CASE("for feeds every address is absolute") {
  CHECK(absolute("2026-03-07-search.md") == "https://shop.example/blog/posts/search/");
  CHECK(absolute("../../assets/a b.png") == "https://shop.example/blog/assets/a%20b.png");
  CHECK(absolute("#timeline") == "https://shop.example/blog/posts/checkout/#s-timeline");
  CHECK(absolute("https://other.example/ü") == "https://other.example/%C3%BC");
  CHECK(absolute("mailto:ada@shop.example") == "mailto:ada@shop.example");
  CHECK(absolute("2026-03-09-missing.md") == "");
}

}  // namespace pmsite
