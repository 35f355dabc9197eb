// SPDX-License-Identifier: MIT
#include "site/search_index.hpp"

#include "base/text.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace pmsite {
namespace {

SearchIndex index_of(const SampleSite& sample) { return search_index(sample.assemble()); }

/// "text 2, title 0": where a word stands; "nowhere" for a common one, "unknown" for one that no text has.
std::string places_of(const SearchIndex& index, std::string_view word) {
  constexpr std::string_view kNames[] = {"text", "summary", "name", "title"};
  const auto found = std::find_if(index.words.begin(), index.words.end(),
                                  [word](const SearchWord& each) { return each.word == word; });
  if (found == index.words.end()) return "unknown";
  std::vector<std::string> places;
  for (std::size_t place = 0; place < kWordPlaces; ++place)
    for (const auto unit : found->units[place])
      places.push_back(std::string(kNames[place]) + " " + std::to_string(unit));
  return places.empty() ? "nowhere" : join(places, ", ");
}

std::string sections_of(const SearchDocument& document) {
  std::vector<std::string> sections;
  for (const auto& [heading, anchor] : document.sections) sections.push_back(heading + " #" + anchor);
  return join(sections, ", ");
}

}  // namespace

TEST_CASE("a post is found by its title, its summary, its facts and the names of its terms") {
  SampleSite sample;
  sample.post(
      "2026-03-06-a",
      "title: Zebras fell\nsummary: One yak was left.\nservices: [cart-api]\ntags: [dns]\n"
      "organization: Marmot Ltd\ntrigger: A mole dug.\ncontributing_factors: [Nobody watched the otter.]",
      "## Impact\nBadgers.\n");
  const auto index = index_of(sample);
  CHECK(places_of(index, "zebra") == "title 0");
  CHECK(places_of(index, "yak") == "summary 0");
  for (const std::string name : {"cart", "api", "dns", "marmot", "configuration", "sev2"})
    CHECK_MESSAGE(places_of(index, name) == "name 0", name);
  for (const std::string fact : {"mole", "otter", "spun", "socket"})
    CHECK_MESSAGE(places_of(index, fact) == "text 0", fact);
  CHECK(places_of(index, "badger") == "text 1");
}

TEST_CASE("a post is found by its headings, entries, actions, tables and code, but not by its diagrams") {
  SampleSite sample;
  sample.post("2026-03-06-a", "",
              "Preamble.\n\n## Timeline\n- 10:12 CET - **Started**: the falcon left.\n\n"
              "## Preventative measures\n- [ ] Cage the heron (prevent, @sre, due 2031-03-18)\n\n"
              "### What the *stork* said\n| bird |\n|---|\n| ibis |\n\n```\nerror: kestrel\n```\n\n"
              "```dot\ndigraph { puffin -> penguin }\n```\n\n<!-- toucan -->\n<b>`crane`</b> "
              "[swan](https://example.org/pelican) ![a robin](x.png)\n");
  const auto index = index_of(sample);
  CHECK(sections_of(index.documents[0]) ==
        "Timeline #s-timeline, Preventative measures #s-preventative-measures, "
        "What the stork said #s-what-the-stork-said");
  CHECK(places_of(index, "preamble") == "text 0");
  CHECK(places_of(index, "timeline") == "name 1");
  CHECK(places_of(index, "falcon") == "text 1");
  CHECK(places_of(index, "heron") == "text 2");
  CHECK(places_of(index, "stork") == "name 3");
  for (const std::string word : {"ibi", "kestrel", "crane", "swan", "robin"})
    CHECK_MESSAGE(places_of(index, word) == "text 3", word);
  for (const std::string word : {"puffin", "toucan", "pelican"})
    CHECK_MESSAGE(places_of(index, word) == "unknown", word);
}

TEST_CASE("the section of a summary says as much as a summary") {
  SampleSite sample;
  sample.post("2026-03-06-a", "", "## Incident summary\nThe lynx.\n\n## Impact\nThe lynx.\n");
  const auto index = index_of(sample);
  CHECK(places_of(index, "lynx") == "text 2, summary 1");
  CHECK(index.documents[0].summary == "The lynx.");
}

TEST_CASE("a word stands in a unit once, where it says most") {
  SampleSite sample;
  sample.post("2026-03-06-a", "title: Gnu\nsummary: A gnu, a gnu.\ntrigger: Gnus.\nservices: [gnu]",
              "## A gnu\nGnus and gnus.\n");
  CHECK(places_of(index_of(sample), "gnu") == "name 1, title 0");
}

TEST_CASE("common words are known and lead nowhere") {
  SampleSite sample;
  sample.post("2026-03-06-a", "title: The end of this");
  const auto index = index_of(sample);
  CHECK(places_of(index, "the") == "nowhere");
  CHECK(places_of(index, "thi") == "nowhere");
  CHECK(places_of(index, "end") == "title 0");
}

TEST_CASE("pages come after posts, cut at their headings down to the third level") {
  SampleSite sample;
  sample.post("2026-03-06-a", "", "## Impact\nA.\n");
  sample.page("manual", "The  manual",
              "Emu.\n\n# Part\n\n## Use\n\n### Use\nKiwi.\n\n#### Moa\n\n## ![](x.png)\nRhea.\n");
  const auto index = index_of(sample);
  REQUIRE(index.documents.size() == 2);
  const auto& page = index.documents[1];
  CHECK(page.route == "manual/");
  CHECK(page.title == "The manual");
  CHECK(page.post == nullptr);
  CHECK(sections_of(page) == "Part #s-part, Use #s-use, Use #s-use-2");
  CHECK(places_of(index, "manual") == "title 2");
  CHECK(places_of(index, "emu") == "text 2");
  for (const std::string word : {"kiwi", "moa", "rhea"})
    CHECK_MESSAGE(places_of(index, word) == "text 5", word);
}

TEST_CASE("only what the site publishes is in the index, in its order") {
  SampleSite sample;
  sample.post("2026-03-06-a", "title: Published").post("2026-03-07-b", "title: Secret\nstatus: draft");
  sample.post("2026-03-08-c", "title: Newer");
  const auto index = index_of(sample);
  REQUIRE(index.documents.size() == 2);
  CHECK(index.documents[0].route == "posts/c/");
  CHECK(index.documents[0].post->title.value == "Newer");
  CHECK(index.documents[1].route == "posts/a/");
  CHECK(places_of(index, "secret") == "unknown");
  CHECK(index_of({}).words.empty());
}

TEST_CASE("words are in the order of their bytes and their units ascend") {
  SampleSite sample;
  sample.post("2026-03-06-a")
      .post("2026-03-07-b", "title: Äpfel")
      .page("about", "About", "## Checkout\nText.\n");
  const auto index = index_of(sample);
  CHECK(std::is_sorted(index.words.begin(), index.words.end(),
                       [](const auto& a, const auto& b) { return a.word < b.word; }));
  for (const auto& [word, places] : index.words)
    for (const auto& units : places) CHECK_MESSAGE(std::is_sorted(units.begin(), units.end()), word);
}

}  // namespace pmsite
