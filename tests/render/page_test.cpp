// SPDX-License-Identifier: MIT
#include "render/page.hpp"

#include "base/text.hpp"
#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// A site with a post, a tag and a page.
SampleSite sample_site() {
  SampleSite sample;
  sample.post("2026-03-06-checkout", "tags: [dns]").page("about", "About \"us\"", "Text.\n");
  return sample;
}

/// The page with the default theme's template for text pages.
OutputFile text_page(const SampleSite& sample, const Page& page) {
  Diagnostics diagnostics;
  auto file = render_page(sample.assemble(), default_theme(), "text", page,
                          {{"heading", "H"}, {"body_html", ""}, {"has_contents", false}}, diagnostics);
  CHECK(faults(diagnostics) == "");
  return file;
}

/// "LABEL=URL" of each link of the navigation, with a star at the current one.
std::string navigation_of(const std::string& html) {
  const std::string list = between(html, "<nav aria-label=\"Site\">", "</nav>");
  std::string text;
  for (const auto line : split(list, '\n')) {
    if (!line.starts_with("<li>")) continue;
    const bool current = line.find(" aria-current=\"page\"") != std::string_view::npos;
    text += (text.empty() ? "" : " ") + std::string(current ? "*" : "") +
            between(line.substr(line.find("<a ")), ">", "<") + "=" + between(line, "href=\"", "\"");
  }
  return text;
}

}  // namespace

TEST_CASE("links are relative at every depth") {
  const SampleSite sample = sample_site();
  const Site site = sample.assemble();
  const auto link = [&site](const std::string& from, const std::string& to) {
    return link_to(site, {from, "T", "D"}, to);
  };
  CHECK(link("", "") == "./");
  CHECK(link("", "posts/a/") == "posts/a/");
  CHECK(link("tags/", "") == "../");
  CHECK(link("page/2/", "") == "../../");
  CHECK(link("posts/a/", "posts/b/") == "../b/");
  CHECK(link("posts/a/", "tags/dns/") == "../../tags/dns/");
  CHECK(link("posts/a/", "theme/css/site.css") == "../../theme/css/site.css");
  CHECK(link("tags/dns/", "tags/") == "../");
}

TEST_CASE("portable links name the index, before a fragment or a query") {
  SampleSite sample = sample_site();
  sample.options.portable = true;
  const Site site = sample.assemble();
  const Page page{"posts/a/", "T", "D"};
  CHECK(link_to(site, page, "") == "../../index.html");
  CHECK(link_to(site, page, "posts/a/") == "index.html");
  CHECK(link_to(site, page, "posts/b/#s-x") == "../b/index.html#s-x");
  CHECK(link_to(site, page, "posts/b/?x") == "../b/index.html?x");
  CHECK(link_to(site, page, "feed.xml") == "../../feed.xml");
}

TEST_CASE("links of the error page are absolute, since it is shown at any depth") {
  SampleSite sample = sample_site();
  const Page error{"404.html", "T", "D"};
  CHECK(link_to(sample.assemble(), error, "posts/a/") == "/blog/posts/a/");
  CHECK(link_to(sample.assemble(), error, "") == "/blog/");
  sample.options.base_url = "https://shop.example/";
  CHECK(link_to(sample.assemble(), error, "posts/a/") == "/posts/a/");
  sample.options.base_url.clear();
  CHECK(link_to(sample.assemble(), error, "posts/a/") == "/posts/a/");
}

TEST_CASE("absolute addresses begin with the base URL, or with that of a server on this machine") {
  SampleSite sample = sample_site();
  CHECK(absolute_url(sample.assemble(), "posts/a/") == "https://shop.example/blog/posts/a/");
  sample.options.base_url.clear();
  CHECK(absolute_url(sample.assemble(), "posts/a/") == "http://localhost:8000/posts/a/");
}

TEST_CASE("a page is written to the file of its route") {
  CHECK(text_page(sample_site(), {"about/", "T", "D"}).path == "about/index.html");
  CHECK(text_page(sample_site(), {"404.html", "T", "D"}).path == "404.html");
}

TEST_CASE("a page says its title, its description and what it is, escaped") {
  SampleSite sample = sample_site();
  sample.content.config.title = "Shop & <Co>";
  Page page{"about/", "\"A\" <script>", "It's > that"};
  page.article = ArticleHead{"2026-03-06", "2026-03-07", "posts/x/card.png", "A card", "{}"};
  const std::string html = text_page(sample, page).bytes;
  CHECK(line_with(html, "<title>") == "<title>&quot;A&quot; &lt;script&gt; – Shop &amp; &lt;Co&gt;</title>");
  CHECK(line_with(html, "name=\"description\"") ==
        "<meta name=\"description\" content=\"It&#39;s &gt; that\">");
  CHECK(line_with(html, "og:title") ==
        "<meta property=\"og:title\" content=\"&quot;A&quot; &lt;script&gt;\">");
  CHECK(line_with(html, "og:type") == "<meta property=\"og:type\" content=\"article\">");
  CHECK(line_with(html, "og:site_name") ==
        "<meta property=\"og:site_name\" content=\"Shop &amp; &lt;Co&gt;\">");
  CHECK(line_with(html, "og:image\"") ==
        "<meta property=\"og:image\" content=\"https://shop.example/blog/posts/x/card.png\">");
  CHECK(line_with(html, "article:modified_time") ==
        "<meta property=\"article:modified_time\" content=\"2026-03-07\">");
  CHECK(line_with(html, "ld+json") == "<script type=\"application/ld+json\">{}</script>");
}

TEST_CASE(
    "a card is named where a base URL is known, since others fetch it; a page that is no post has none") {
  SampleSite sample = sample_site();
  Page page{"posts/x/", "T", "D"};
  CHECK(line_with(text_page(sample, page).bytes, "og:type") ==
        "<meta property=\"og:type\" content=\"website\">");
  page.article = ArticleHead{"2026-03-06", "2026-03-07", "posts/x/card.png", "A card", "{}"};
  sample.options.base_url.clear();
  CHECK(text_page(sample, page).bytes.find("og:image") == std::string::npos);
}

TEST_CASE("the canonical address is said where a base URL is known, and not on the error page") {
  SampleSite sample = sample_site();
  const std::string known = text_page(sample, {"about/", "T", "D"}).bytes;
  CHECK(line_with(known, "rel=\"canonical\"") ==
        "<link rel=\"canonical\" href=\"https://shop.example/blog/about/\">");
  CHECK(line_with(known, "og:url") ==
        "<meta property=\"og:url\" content=\"https://shop.example/blog/about/\">");
  CHECK(text_page(sample, {"404.html", "T", "D"}).bytes.find("canonical") == std::string::npos);
  sample.options.base_url.clear();
  const std::string unknown = text_page(sample, {"about/", "T", "D"}).bytes;
  CHECK(unknown.find("canonical") == std::string::npos);
  CHECK(unknown.find("localhost") == std::string::npos);
}

TEST_CASE("a portable page still has the plain canonical address") {
  SampleSite sample = sample_site();
  sample.options.portable = true;
  CHECK(line_with(text_page(sample, {"about/", "T", "D"}).bytes, "canonical") ==
        "<link rel=\"canonical\" href=\"https://shop.example/blog/about/\">");
}

TEST_CASE("the navigation marks where the reader is") {
  const SampleSite sample = sample_site();
  CHECK(navigation_of(text_page(sample, {"", "T", "D"}).bytes) ==
        "*Postmortems=./ Services=services/ Causes=causes/ Archive=archive/ Search=search/ "
        "About &quot;us&quot;=about/");
  CHECK(navigation_of(text_page(sample, {"causes/data/", "T", "D"}).bytes) ==
        "Postmortems=../../ Services=../../services/ *Causes=../ Archive=../../archive/ Search=../../search/ "
        "About &quot;us&quot;=../../about/");
  CHECK(navigation_of(text_page(sample, {"about/", "T", "D"}).bytes) ==
        "Postmortems=../ Services=../services/ Causes=../causes/ Archive=../archive/ Search=../search/ "
        "*About &quot;us&quot;=./");
}

TEST_CASE("the navigation leaves out lists that would be empty") {
  SampleSite sample;
  CHECK(navigation_of(text_page(sample, {"", "T", "D"}).bytes) ==
        "*Postmortems=./ Archive=archive/ Search=search/");
}

TEST_CASE("stylesheet and feed are linked relatively, on the error page absolutely") {
  const SampleSite sample = sample_site();
  const std::string html = text_page(sample, {"tags/dns/", "T", "D"}).bytes;
  CHECK(line_with(html, "rel=\"stylesheet\"") ==
        "<link rel=\"stylesheet\" href=\"../../theme/css/site.css\">");
  CHECK(line_with(html, "rss+xml") ==
        "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Postmortems (RSS)\" "
        "href=\"../../feed.xml\">");
  CHECK(count_of(html, "<link rel=\"alternate\"") == 3);
  CHECK(line_with(text_page(sample, {"404.html", "T", "D"}).bytes, "rel=\"stylesheet\"") ==
        "<link rel=\"stylesheet\" href=\"/blog/theme/css/site.css\">");
}

TEST_CASE("a page with a feed of its own offers that first") {
  Page page{"tags/dns/", "Tag: dns", "D"};
  page.has_feeds = true;
  const std::string html = text_page(sample_site(), page).bytes;
  CHECK(line_with(html, "rel=\"alternate\"") ==
        "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Tag: dns (RSS)\" href=\"feed.xml\">");
  CHECK(count_of(html, "<link rel=\"alternate\"") == 6);
}

TEST_CASE("a value that a template names and the page does not have is reported") {
  const SampleSite sample = sample_site();
  Diagnostics diagnostics;
  render_page(sample.assemble(), default_theme(), "text", {"about/", "T", "D"},
              {{"heading", "H"}, {"has_contents", false}}, diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].file == "themes/default/templates/text.mustache");
  CHECK(diagnostics.sorted()[0].message == "there is no value named `body_html`");
}

}  // namespace pmsite
