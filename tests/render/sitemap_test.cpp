// SPDX-License-Identifier: MIT
#include "render/sitemap.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string sitemap(const SampleSite& sample, const std::vector<std::string>& paths) {
  Diagnostics diagnostics;
  std::vector<OutputFile> pages;
  for (const auto& path : paths) pages.push_back({path, "<html>"});
  const OutputFile file = render_sitemap(sample.assemble(), default_theme(), pages, diagnostics);
  CHECK(faults(diagnostics) == "");
  CHECK(file.path == "sitemap.xml");
  return file.bytes;
}

}  // namespace

TEST_CASE(
    "the sitemap lists all pages by their addresses, sorted, with the day on which one of their posts "
    "changed") {
  SampleSite sample;
  sample.post("2026-03-06-a", "tags: [dns]")
      .post("2026-03-06-b", "corrections: [{at: 2026-04-01, text: It was DNS}]");
  CHECK(sitemap(sample, {"tags/dns/index.html", "posts/b/index.html", "posts/a/index.html", "index.html",
                         "about/index.html"}) ==
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "<url><loc>https://shop.example/blog/</loc><lastmod>2026-04-01</lastmod></url>\n"
        "<url><loc>https://shop.example/blog/about/</loc></url>\n"
        "<url><loc>https://shop.example/blog/posts/a/</loc><lastmod>2026-03-06</lastmod></url>\n"
        "<url><loc>https://shop.example/blog/posts/b/</loc><lastmod>2026-04-01</lastmod></url>\n"
        "<url><loc>https://shop.example/blog/tags/dns/</loc><lastmod>2026-03-06</lastmod></url>\n"
        "</urlset>\n");
}

TEST_CASE("files that are no pages, and the error page, are left out") {
  CHECK(count_of(sitemap({}, {"index.html", "404.html", "feed.xml", "theme/css/site.css"}), "<url>") == 1);
}

TEST_CASE("addresses are escaped for XML") {
  SampleSite sample;
  sample.options.base_url = "https://shop.example/a&b'c/";
  CHECK(line_with(sitemap(sample, {"index.html"}), "<loc>") ==
        "<url><loc>https://shop.example/a&amp;b&#39;c/</loc></url>");
}

TEST_CASE("without a base URL the addresses are those of a server on this machine") {
  SampleSite sample;
  sample.options.base_url.clear();
  CHECK(line_with(sitemap(sample, {"index.html"}), "<loc>") ==
        "<url><loc>http://localhost:8000/</loc></url>");
}

TEST_CASE("a portable site has the same sitemap") {
  SampleSite sample;
  sample.options.portable = true;
  CHECK(line_with(sitemap(sample, {"posts/a/index.html"}), "<loc>") ==
        "<url><loc>https://shop.example/blog/posts/a/</loc></url>");
}

TEST_CASE("programs may read everything, and find the sitemap where its address is known") {
  SampleSite sample;
  const OutputFile file = render_robots(sample.assemble());
  CHECK(file.path == "robots.txt");
  CHECK(file.bytes == "User-agent: *\nAllow: /\nSitemap: https://shop.example/blog/sitemap.xml\n");
  sample.options.base_url.clear();
  CHECK(render_robots(sample.assemble()).bytes == "User-agent: *\nAllow: /\n");
}

}  // namespace pmsite
