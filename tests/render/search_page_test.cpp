// SPDX-License-Identifier: MIT
#include "render/search_page.hpp"

#include "engine/json.hpp"
#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::vector<OutputFile> search_of(const SampleSite& sample, const Theme& theme = default_theme()) {
  Diagnostics diagnostics;
  auto files = render_search(sample.assemble(), theme, diagnostics);
  CHECK(faults(diagnostics) == "");
  CHECK(paths_of(files) == "search/index.html\nsearch/index.js");
  return files;
}

/// The data of the script, as JSON on one line.
std::string json_of(const std::string& script) {
  constexpr std::string_view kBefore = "pmsiteSearch = ", kAfter = ";\n";
  REQUIRE(script.starts_with(kBefore));
  REQUIRE(script.ends_with(kAfter));
  const auto value = parse_json(
      std::string_view(script).substr(kBefore.size(), script.size() - kBefore.size() - kAfter.size()));
  REQUIRE(value);
  return to_json(*value);
}

std::string index_of(const SampleSite& sample) { return json_of(search_of(sample)[1].bytes); }

/// An index of one word that stands in these units.
std::string units_of(std::array<std::vector<std::uint32_t>, kWordPlaces> units) {
  SearchIndex index;
  index.words.push_back({"word", std::move(units)});
  return between(search_index_script(index), "\"word\":\"", "\"");
}

constexpr const char* kAddresses =
    "{{urls.archive}} {{search.script}} {{search.index}} {{search.top}} {{search.file}}";

}  // namespace

TEST_CASE("the page of the search leads to the archive without a script and says so") {
  const auto page = search_of(SampleSite().post("2026-03-06-a"))[0].bytes;
  CHECK(line_with(page, "<form").find("role=\"search\" action=\"../archive/\" method=\"get\"") !=
        std::string::npos);
  CHECK(page.find("<label for=\"search-words\">") != std::string::npos);
  CHECK(line_with(page, "<input").find("id=\"search-words\" type=\"search\" name=\"q\"") !=
        std::string::npos);
  CHECK(line_with(page, "Without").find("<a href=\"../archive/\">archive</a>") != std::string::npos);
  CHECK(page.find("role=\"status\"></p>") != std::string::npos);
  // The script asks for the first result as the list's first child.
  CHECK(page.find("<ol class=\"results\"></ol>") != std::string::npos);
}

TEST_CASE("the page of the search tells its script where things are, also on a disk") {
  SampleSite sample;
  CHECK(search_of(sample, theme_of("search", kAddresses))[0].bytes ==
        "../archive/ ../theme/js/search.js index.js ../ ");
  sample.options.portable = true;
  CHECK(search_of(sample, theme_of("search", kAddresses))[0].bytes ==
        "../archive/index.html ../theme/js/search.js index.js ../ index.html");
}

TEST_CASE("the index has what a result shows, a row a page and a row a unit") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [checkout, search]\nsummary: Nobody could pay.",
              "## Impact\nA.\n\n## Impact\nB.\n");
  sample.page("about", "About", "## Who\nWe.\n");
  const auto json = index_of(sample);
  CHECK(between(json, "\"pages\":", ",\"units\"") ==
        "[[\"posts/a/\",\"Checkout was down\",\"4 March 2026 · SEV2 · checkout, search\",\"Nobody could "
        "pay.\"],"
        "[\"about/\",\"About\"]]");
  CHECK(between(json, "\"units\":", ",\"words\"") ==
        "[[0],[0,\"Impact\",\"s-impact\"],[0,\"Impact\",\"s-impact-2\"],[1],[1,\"Who\",\"s-who\"]]");
  CHECK(between(json, "\"impact\":\"", "\"") == "!!2,1");
}

TEST_CASE("units are distances in base 36, with a mark for each step to the next place") {
  CHECK(units_of({}) == "");
  CHECK(units_of({{{0, 1, 11, 46, 82}, {}, {}, {}}}) == "1,1,a,z,10");
  CHECK(units_of({{{4}, {}, {2, 3}, {}}}) == "5!!-2,1");
  CHECK(units_of({{{}, {}, {}, {1295, 50000}}}) == "!!!100,11kx");
}

TEST_CASE("nothing in the index can end a script or a line of it") {
  SampleSite sample;
  sample.post("2026-03-06-a",
              "title: \"a </script><!-- & \\\"q\\\" \\\\ end\"\nsummary: \"x\u2028y\u2029z\u2026\"");
  const auto script = search_of(sample)[1].bytes;
  for (const std::string part : {"<", ">", "&", "\u2028", "\u2029"})
    CHECK_MESSAGE(count_of(script, part) == 0, part);
  CHECK(count_of(script, "\n") == 1);
  const auto json = json_of(script);
  CHECK(json.find("a </script><!-- & \\\"q\\\" \\\\ end") != std::string::npos);
  CHECK(json.find("x\u2028y\u2029z\u2026") != std::string::npos);
}

TEST_CASE("a site of nothing has an index of nothing") {
  CHECK(search_index_script({}) == "pmsiteSearch = {\"pages\":[],\"units\":[],\"words\":{}};\n");
}

}  // namespace pmsite
