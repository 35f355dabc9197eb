// SPDX-License-Identifier: MIT
#include "model/content_path.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

/// "path fragment" of a link in a post, or "none".
std::string target(std::string_view url, std::string_view file = "content/posts/2026-03-04-x.md") {
  const auto path = content_path(file, url);
  return path ? path->path + " " + path->fragment : "none";
}

}  // namespace

TEST_CASE("a link is relative to the file that holds it") {
  CHECK(target("2026-01-01-y.md") == "content/posts/2026-01-01-y.md ");
  CHECK(target("./2026-01-01-y.md") == "content/posts/2026-01-01-y.md ");
  CHECK(target("../pages/about.md") == "content/pages/about.md ");
  CHECK(target("../../assets/a.png") == "assets/a.png ");
  CHECK(target("a.md", "README.md") == "a.md ");
}

TEST_CASE("a link from the root is relative to the site's folder") {
  CHECK(target("/assets/a.png") == "assets/a.png ");
  CHECK(target("assets/a.png") == "assets/a.png ");
  CHECK(target("/content/posts/") == "content/posts/ ");
}

TEST_CASE("a link may be percent-encoded, and gains nothing by it") {
  CHECK(target("../../assets/a%20b%23.png#c") == "assets/a b#.png #c");
  CHECK(target("..%2F..%2F..%2Fetc/passwd") == "none");
  CHECK(target("%2e%2e/%2e%2e/%2e%2e/x") == "none");
}

TEST_CASE("fragment and query are kept apart from the path") {
  CHECK(target("../pages/about.md#team") == "content/pages/about.md #team");
  CHECK(target("/assets/a.svg?x=/../y#z") == "assets/a.svg ?x=/../y#z");
}

TEST_CASE("an anchor alone points into the file itself") {
  CHECK(target("#impact") == " #impact");
  CHECK(target("") == " ");
}

TEST_CASE("a link that leaves the site's folder leads nowhere") {
  CHECK(target("../../../etc/passwd") == "none");
  CHECK(target("/../etc/passwd") == "none");
  CHECK(target("/assets/../../x") == "none");
  CHECK(target("../../../") == "none");
}

TEST_CASE("a link to a host is not a path") {
  for (const std::string url : {"https://example.org/a", "HTTP://example.org", "mailto:a@b.org",
                                "MAILTO:a@b.org", "//example.org", "javascript:x", "/\\example.org"}) {
    CAPTURE(url);
    CHECK(target(url) == "none");
  }
}

TEST_CASE("double slashes and dots change nothing") {
  CHECK(target("..//pages/./about.md") == "content/pages/about.md ");
  CHECK(target("../posts/../pages/") == "content/pages/ ");
}

}  // namespace pmsite
