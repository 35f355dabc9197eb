// SPDX-License-Identifier: MIT
#include "render/text_pages.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr const char* kText = "{{page.title}}|{{page.description}}|{{heading}}|{{{body_html}}}";
constexpr const char* kError =
    "{{page.title}} {{urls.home}} {{urls.stylesheet}} {{urls.archive}}{{#navigation}} {{url}}{{/navigation}}";

std::vector<OutputFile> pages_of(const SampleSite& sample) {
  Diagnostics diagnostics;
  Theme theme;
  theme.templates = TemplateSet::compile(
      {{"text", {"text.mustache", kText}}, {"error", {"error.mustache", kError}}}, diagnostics);
  auto files = render_text_pages(sample.assemble(), theme, diagnostics);
  CHECK(faults(diagnostics) == "");
  return files;
}

std::string about(std::string_view body) {
  SampleSite sample;
  sample.post("2026-03-06-a").page("about", "About", body);
  sample.content.assets = {"b.png"};
  sample.content.image_sizes = {{"b.png", {640, 480}}};
  return between(file_at(pages_of(sample), "about/index.html").bytes, "About|About|About|", "\xFF");
}

}  // namespace

TEST_CASE("each text page has its folder, and there is an error page") {
  SampleSite sample;
  sample.page("about", "About", "A\n").page("manual", "Manual", "B\n");
  CHECK(paths_of(pages_of(sample)) == "about/index.html\nmanual/index.html\n404.html");
}

TEST_CASE("a page without a description is described by its title") {
  SampleSite sample;
  sample.page("about", "A < B", "Text.\n").page("manual", "Manual", "Text.\n");
  sample.content.pages[1].description = "How to";
  const auto files = pages_of(sample);
  CHECK(files[0].bytes == "A &lt; B|A &lt; B|A &lt; B|<p>Text.</p>\n");
  CHECK(files[1].bytes == "Manual|How to|Manual|<p>Text.</p>\n");
}

TEST_CASE("a page of more than three sections has a list of them") {
  const auto contents_of = [](const std::string& body) {
    SampleSite sample;
    sample.page("about", "About", body);
    Diagnostics diagnostics;
    Theme theme;
    theme.templates = TemplateSet::compile(
        {{"text",
          {"text.mustache",
           "{{#has_contents}}{{#contents}}{{title}} {{anchor}};{{/contents}}{{/has_contents}}"}},
         {"error", {"error.mustache", ""}}},
        diagnostics);
    return render_text_pages(sample.assemble(), theme, diagnostics)[0].bytes;
  };
  CHECK(contents_of("## A\n## *B*\n### not\n## C\n## D\n") == "A s-a;B s-b;C s-c;D s-d;");
  CHECK(contents_of("## A\n## B\n## C\n") == "");
}

TEST_CASE("headings of a text page stand below its title") {
  CHECK(about("# One\n").starts_with("<h2 id=\"s-one\">One "));
  CHECK(about("## Two\n").starts_with("<h2 "));
  CHECK(about("### Three\n").starts_with("<h3 "));
}

TEST_CASE("links of a text page are those of its file") {
  CHECK(about("[a](../posts/2026-03-06-a.md) [b](/assets/b.png) [c](javascript:x)\n") ==
        "<p><a href=\"../posts/a/\">a</a> <a href=\"../assets/b.png\">b</a> c</p>\n");
}

TEST_CASE("pictures of a text page have the size of their file") {
  CHECK(about("![b](../../assets/b.png)\n") ==
        "<p><img src=\"../assets/b.png\" alt=\"b\" width=\"640\" height=\"480\" loading=\"lazy\"></p>\n");
}

TEST_CASE("raw HTML of a text page is shown as text") {
  CHECK(about("<script>x</script>\n") ==
        "<p><code class=\"raw-html\">&lt;script&gt;x&lt;/script&gt;</code></p>\n");
}

TEST_CASE("all links of the error page are absolute, below the folder of the site") {
  SampleSite sample;
  sample.post("2026-03-06-a", "tags: [dns]").page("about", "About", "A\n");
  sample.options.base_url = "https://shop.example/repository/";
  CHECK(file_at(pages_of(sample), "404.html").bytes ==
        "Page not found /repository/ /repository/theme/css/site.css /repository/archive/ /repository/ "
        "/repository/services/ /repository/causes/ /repository/archive/ /repository/search/ "
        "/repository/about/");
}

}  // namespace pmsite
