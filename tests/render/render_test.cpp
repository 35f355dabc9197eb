// SPDX-License-Identifier: MIT
#include "render/render.hpp"

#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

std::vector<OutputFile> render(const SampleSite& sample, int jobs = 1) {
  Diagnostics diagnostics;
  auto files = render_site(sample.assemble(), default_theme(), sample.pictures, jobs, diagnostics);
  CHECK(faults(diagnostics) == "");
  return files;
}

/// Every address in `html` that is written as href="..." or src="...".
std::vector<std::string> addresses(std::string_view html) {
  std::vector<std::string> found;
  for (const std::string_view attribute : {" href=\"", " src=\""})
    for (auto at = html.find(attribute); at != std::string_view::npos; at = html.find(attribute, at + 1)) {
      const auto begin = at + attribute.size();
      found.emplace_back(html.substr(begin, html.find('"', begin) - begin));
    }
  return found;
}

/// The file that a relative address on the page at `path` leads to, or what is odd about it.
std::string target_of(const std::string& path, std::string address) {
  std::string folder = path.substr(0, path.rfind('/') + 1);
  address = address.substr(0, address.find_first_of("#?"));
  if (address.empty()) return path;
  if (address.starts_with("./")) address.erase(0, 2);
  for (; address.starts_with("../"); address.erase(0, 3)) {
    if (folder.empty()) return "outside of the site";
    folder = folder.substr(0, folder.substr(0, folder.size() - 1).rfind('/') + 1);
  }
  const std::string target = folder + address;
  return target.empty() || target.ends_with('/') ? target + "index.html" : target;
}

SampleSite large_site() {
  SampleSite sample;
  for (int i = 1; i <= 21; ++i)
    sample.post(fmt::format("2026-03-{:02}-p{}", i, i),
                fmt::format("tags: [tag{}, all]\nservices: [service{}]", i % 3, i % 5));
  sample.page("about", "About",
              "See [a post](../posts/2026-03-01-p1.md) and [another](../posts/2026-03-02-p2.md#at-10:12).\n");
  return sample;
}

void check_links(const std::vector<OutputFile>& files) {
  for (const auto& file : files) {
    if (!file.path.ends_with(".html") || file.path == "404.html") continue;
    for (const auto& address : addresses(file.bytes)) {
      if (address.starts_with("https://") || address.starts_with("data:")) continue;
      const auto target = target_of(file.path, address);
      const bool exists =
          std::any_of(files.begin(), files.end(), [&](const auto& each) { return each.path == target; });
      CHECK_MESSAGE(exists, file.path, " links to ", address, ", which is ", target);
    }
  }
}

}  // namespace

TEST_CASE("an empty site has what every site has: pages, feeds, data and the theme") {
  CHECK(
      paths_of(render({})) ==
      "404.html\narchive/index.html\natom.xml\nfeed.json\nfeed.xml\nincidents.json\nindex.html\nrobots.txt\n"
      "schema/postmortem.json\nsearch/index.html\nsearch/index.js\nsitemap.xml\ntheme/css/diagram.css\n"
      "theme/css/site.css\ntheme/js/replay.js\ntheme/js/search.js\ntheme/js/site.js");
}

TEST_CASE("each post has its page, its facts and its card") {
  SampleSite sample;
  sample.post("2026-03-06-x");
  const auto files = render(sample);
  CHECK(file_at(files, "posts/x/card.png").bytes.starts_with("\x89PNG"));
  CHECK(file_at(files, "incidents.json").bytes.find("\"slug\":\"x\"") != std::string::npos);
  CHECK(file_at(files, "schema/postmortem.json").bytes.find("\"started_at\"") != std::string::npos);
}

TEST_CASE("files are sorted by path, and no path occurs twice") {
  const auto files = render(large_site());
  CHECK(std::is_sorted(files.begin(), files.end(),
                       [](const auto& a, const auto& b) { return a.path < b.path; }));
  CHECK(std::adjacent_find(files.begin(), files.end(),
                           [](const auto& a, const auto& b) { return a.path == b.path; }) == files.end());
  CHECK(paths_of(files).find("page/2/index.html") != std::string::npos);
}

TEST_CASE("every link inside the site leads to a file of it") { check_links(render(large_site())); }

TEST_CASE("every link of a portable site names a file of it") {
  SampleSite sample = large_site();
  sample.options.portable = true;
  const auto files = render(sample);
  check_links(files);
  for (const auto& file : files) {
    if (!file.path.ends_with(".html") || file.path == "404.html") continue;
    for (const auto& address : addresses(file.bytes))
      CHECK_MESSAGE((address.starts_with("https://") || !address.substr(0, address.find('#')).ends_with('/')),
                    file.path, ": ", address);
  }
}

TEST_CASE("the number of threads makes no difference") {
  const SampleSite sample = large_site();
  const auto one = render(sample, 1), seven = render(sample, 7);
  REQUIRE(one.size() == seven.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].path == seven[i].path);
    const bool is_same = one[i].bytes == seven[i].bytes;
    CHECK_MESSAGE(is_same, one[i].path);
  }
}

TEST_CASE("the sitemap has every page but the error page") {
  const auto files = render(large_site());
  const auto pages = std::count_if(files.begin(), files.end(),
                                   [](const auto& file) { return file.path.ends_with("/index.html"); });
  CHECK(count_of(file_at(files, "sitemap.xml").bytes, "<url>") == static_cast<std::size_t>(pages) + 1);
}

TEST_CASE("a title with markup in it is text wherever it stands") {
  SampleSite sample;
  sample.post("2026-03-08-x", "title: '</title><script>alert(\"x\")</script>'")
      .post("2026-03-07-y")
      .page("about", "About", "[x](../posts/2026-03-08-x.md)\n");
  for (const auto& file : render(sample)) {
    if (file.path.ends_with(".json")) continue;  // no reader takes it for HTML
    CHECK_MESSAGE(file.bytes.find("<script>") == std::string::npos, file.path);
    CHECK_MESSAGE(file.bytes.find("</title><") == file.bytes.rfind("</title><"), file.path);
    if (file.path == "posts/x/index.html" || file.path == "posts/y/index.html" || file.path == "index.html" ||
        file.path == "services/index.html" || file.path == "services/checkout/index.html" ||
        file.path == "feed.xml")
      CHECK_MESSAGE(file.bytes.find("&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;") !=
                        std::string::npos,
                    file.path);
  }
}

TEST_CASE("names that a template uses and no page has are reported once, at their line") {
  const TemporaryFolder folder;
  folder.write("themes/default/templates/card.mustache", "<article>\n{{titel}}\n</article>\n");
  Diagnostics diagnostics;
  const auto theme = load_theme(folder.path(), "default", diagnostics);
  REQUIRE(theme);
  const SampleSite sample = large_site();
  render_site(sample.assemble(), *theme, {}, 2, diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].file == "themes/default/templates/card.mustache");
  CHECK(faults(diagnostics) == "2:1 template-name: there is no value named `titel`");
}

TEST_CASE("a site's own font is shown in diagrams, by a style sheet that every page links") {
  SampleSite sample;
  sample.post("2026-03-06-x");
  CHECK(paths_of(render(sample)).find("diagram-font") == std::string::npos);
  sample.content.config.diagram_font = Located<std::string>{"fonts/My Font.ttf", {}};
  const auto files = render(sample);
  const std::string& css = file_at(files, "theme/css/diagram-font.css").bytes;
  CHECK(css.find("src: url(\"../../assets/fonts/My%20Font.ttf\")") != std::string::npos);
  CHECK(css.find(".diagram :not(.word) > text { font-family: \"diagram font\"") != std::string::npos);
  CHECK(file_at(files, "posts/x/index.html").bytes.find("href=\"../../theme/css/diagram-font.css\"") !=
        std::string::npos);
}

}  // namespace pmsite
