// SPDX-License-Identifier: MIT
#include "render/home_pages.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

constexpr const char* kTemplate =
    "{{page.title}}|{{page_number}}/"
    "{{page_count}}|{{post_count_text}}|newer={{newer_url}}|older={{older_url}}|"
    "{{#is_first_page}}first{{/is_first_page}}|{{intro}}|{{#cards}}{{title}} {{url}};{{/cards}}"
    "{{#calendar}}calendar{{/calendar}}";

constexpr const char* kActions =
    "{{#open_actions}}{{count_text}}|{{#items}}{{text}},{{owner}},{{due_iso}},{{due_text}},"
    "{{post_title}},{{post_url}};{{/items}}{{/open_actions}}";

std::vector<OutputFile> pages_of(const SampleSite& sample, const char* text = kTemplate) {
  Diagnostics diagnostics;
  auto files = render_home_pages(sample.assemble(), theme_of("home", text), diagnostics);
  CHECK(faults(diagnostics) == "");
  return files;
}

SampleSite with_posts(int count) {
  SampleSite sample;
  sample.content.config.title = "Shop";
  sample.content.config.description = "Intro";
  for (int i = 1; i <= count; ++i)
    sample.post(fmt::format("2026-03-{:02}-p{}", 1 + i / 2, i), fmt::format("title: T{}", i));
  return sample;
}

}  // namespace

TEST_CASE("a site without posts has one page that says so") {
  const auto files = pages_of(with_posts(0));
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "index.html");
  CHECK(files[0].bytes == "Shop|1/1|0 postmortems|newer=|older=|first|Intro|");
}

TEST_CASE("the newest posts come first") {
  const auto files = pages_of(with_posts(2));
  REQUIRE(files.size() == 1);
  CHECK(files[0].bytes ==
        "Shop|1/1|2 postmortems|newer=|older=|first|Intro|T2 posts/p2/;T1 posts/p1/;calendar");
}

TEST_CASE("twenty posts fit on one page") {
  const auto files = pages_of(with_posts(20));
  REQUIRE(files.size() == 1);
  CHECK(count_of(files[0].bytes, "posts/") == 20);
  CHECK(files[0].bytes.find("older=|") != std::string::npos);
}

TEST_CASE("the twenty-first post makes a second page, and both link to each other") {
  const auto files = pages_of(with_posts(21));
  CHECK(paths_of(files) == "index.html\npage/2/index.html");
  CHECK(files[0].bytes.starts_with("Shop|1/2|21 postmortems|newer=|older=page/2/|first|Intro|"));
  CHECK(count_of(files[0].bytes, "posts/") == 20);
  CHECK(files[1].bytes == "Page 2|2/2|21 postmortems|newer=../../|older=||Intro|T1 ../../posts/p1/;");
}

TEST_CASE("pages in the middle link both ways") {
  const auto files = pages_of(with_posts(41));
  CHECK(paths_of(files) == "index.html\npage/2/index.html\npage/3/index.html");
  CHECK(files[1].bytes.starts_with("Page 2|2/3|41 postmortems|newer=../../|older=../3/||"));
  CHECK(files[2].bytes.starts_with("Page 3|3/3|41 postmortems|newer=../2/|older=||"));
}

TEST_CASE("portable pages link to each other's files") {
  SampleSite sample = with_posts(21);
  sample.options.portable = true;
  const auto files = pages_of(sample);
  CHECK(files[0].bytes.find("older=page/2/index.html|") != std::string::npos);
  CHECK(files[1].bytes.find("newer=../../index.html|") != std::string::npos);
}

TEST_CASE("open actions of all posts stand on the first page, the most urgent first") {
  SampleSite sample;
  sample
      .post("2026-03-06-a", "title: A",
            "## Action items\n- [ ] Later (@sre, due 2031-03-18)\n- [x] Done\n- [ ] Some day\n")
      .post("2026-03-07-b", "title: B",
            "## Action items\n- [ ] *Soon* (due 2031-01-02)\n- [ ] No (dropped)\n");
  CHECK(pages_of(sample, kActions)[0].bytes ==
        "3 open actions|Soon,,2031-01-02,2 January 2031,B,posts/b/;Later,sre,2031-03-18,18 March "
        "2031,A,posts/a/;"
        "Some day,,,,A,posts/a/;");
}

TEST_CASE("five open actions are shown and the rest is counted; where all is done nothing is said") {
  SampleSite sample;
  sample.post("2026-03-06-a", "", "## Action items\n- [ ] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n- [ ] f\n");
  CHECK(pages_of(sample, kActions)[0].bytes.starts_with("The most urgent 5 of 6 open actions|"));
  CHECK(pages_of({}, kActions)[0].bytes == "");
}

TEST_CASE("posts that are left out are not counted") {
  SampleSite sample = with_posts(20);
  sample.post("2026-04-01-draft", "status: draft");
  const auto files = pages_of(sample);
  REQUIRE(files.size() == 1);
  CHECK(files[0].bytes.find("|20 postmortems|") != std::string::npos);
}

}  // namespace pmsite
