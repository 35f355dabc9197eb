// SPDX-License-Identifier: MIT
#include "read/post_reader.hpp"

#include "support/sample_site.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

struct Reading {
  Postmortem post;
  Diagnostics diagnostics;
};

Reading read(std::string_view text, std::string_view file = kSampleFile) {
  Reading reading;
  reading.post = read_post(std::string(file), text, reading.diagnostics);
  return reading;
}

/// The date and slug of a post of that name, or what is wrong with the name.
std::string named(std::string_view name) {
  const Reading reading = read(kSamplePost, "content/posts/" + std::string(name));
  if (!reading.diagnostics.sorted().empty()) return faults_with_help(reading.diagnostics);
  return format_date(reading.post.file_date) + " " + reading.post.slug;
}

std::string bad_name(const std::string& wanted) {
  return "1:1 post-file-name: the file name is not of the form YYYY-MM-DD-slug.md -> name it " + wanted;
}

struct PageReading {
  TextPage page;
  Diagnostics diagnostics;
};

PageReading read_about(std::string_view text, std::string_view file = "content/pages/about.md") {
  PageReading reading;
  reading.page = read_page(std::string(file), text, reading.diagnostics);
  return reading;
}

}  // namespace

TEST_CASE("a post is read in full") {
  const Reading reading = read(kSamplePost);
  CHECK(faults(reading.diagnostics) == "");
  const Postmortem& post = reading.post;
  CHECK(post.file == kSampleFile);
  CHECK(post.slug == "checkout-failover");
  CHECK(format_date(post.file_date) == "2026-03-04");
  CHECK(post.has_facts);
  CHECK(post.title.value == "Checkout returned 502 after a cache failover");
  CHECK(post.sections.size() == 6);
  CHECK(post.sections[0].anchor == "s-incident-summary");
  CHECK(post.sections[0].at.begin == Position{18, 1});
  CHECK(post.timeline.size() == 9);
  CHECK(post.timeline[4].at == span_on_line(26, 3, 15));
  CHECK(post.actions.size() == 3);
  CHECK(post.actions[0].at.begin == Position{43, 1});
  CHECK(post.preamble.empty());
  CHECK(post.diagrams.empty());
}

TEST_CASE("words are counted in the body, without code") {
  CHECK(read("---\n---\n\n# One two\n\nthree `four` five\n\n```\nsix\n```\n").post.words == 4);
}

TEST_CASE("the file name gives date and slug") {
  CHECK(named("2026-03-04-checkout-failover.md") == "2026-03-04 checkout-failover");
  CHECK(named("2024-02-29-x.md") == "2024-02-29 x");
}

TEST_CASE("a file name of another form is reported with a name that would do") {
  CHECK(named("2026-03-04-Checkout_Failover.md") == bad_name("2026-03-04-checkout-failover.md"));
  CHECK(named("checkout failover.md") == bad_name("YYYY-MM-DD-checkout-failover.md"));
  CHECK(named("2026-03-04.md") == bad_name("2026-03-04-what-broke.md"));
  CHECK(named("2026-03-04-.md") == bad_name("2026-03-04-what-broke.md"));
  CHECK(named("2026-03-04x.md") == bad_name("2026-03-04-x.md"));
  CHECK(named("\xE6\x99\x82.md") == bad_name("YYYY-MM-DD-what-broke.md"));
  CHECK(read(kSamplePost, "content/posts/checkout.md").post.slug.empty());
}

TEST_CASE("a date that does not exist is no date of a file") {
  CHECK(named("2026-02-30-x.md").starts_with("1:1 post-file-name: "));
}

TEST_CASE("a file without front matter still has its story") {
  const Reading reading = read("# Cache\n\n## Timeline\n- 2026-03-04 10:12 UTC - x\n");
  CHECK(faults(reading.diagnostics) == "1:1 front-matter-missing: the file does not begin with front matter");
  CHECK_FALSE(reading.post.has_facts);
  REQUIRE(reading.post.timeline.size() == 1);
  CHECK(reading.post.timeline[0].at == span_on_line(4, 3, 20));
}

TEST_CASE("front matter that cannot be parsed leaves the story") {
  const Reading reading = read(sample_with("title: Checkout", "title: \"Checkout"));
  CHECK(faults(reading.diagnostics) == "2:8 yaml-syntax: this quote is never closed");
  CHECK_FALSE(reading.post.has_facts);
  CHECK(reading.post.sections.size() == 6);
}

TEST_CASE("one run reports the faults of every part at their own lines") {
  std::string text = sample_with("severity: SEV2", "severty: SEV2");
  text = changed(text, "10:12 CET", "10:12 CEST");
  text = changed(text, "Customers could", "Customers [could](javascript:x)");
  text = changed(text, "(prevent, @sre", "(prevnt, @sre");
  CHECK(faults(read(text).diagnostics) ==
        "1:1 missing-key: `severity` is missing\n"
        "5:1 unknown-key: `severty` is not a known key\n"
        "19:11 link-scheme: `javascript:x` is not a link that may be followed\n"
        "23:9 timeline-zone-season: `CEST` is not what clocks in Central Europe showed on 2026-03-04\n"
        "43:44 action-detail: `prevnt` says nothing about an action");
}

TEST_CASE("a byte order mark and CRLF do not shift lines") {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : sample_with("SEV2", "[SEV2]")) text += c == '\n' ? "\r\n" : std::string(1, c);
  const Reading reading = read(text);
  CHECK(faults(reading.diagnostics) == "5:11 field-type: `severity` holds a list; text is wanted");
  CHECK(reading.post.timeline.size() == 9);
}

TEST_CASE("bytes that are not UTF-8 are reported, and the rest is read") {
  const Reading reading = read(sample_with("Customers", "Customers\xFF"));
  CHECK(faults(reading.diagnostics) == "19:10 source-encoding: byte 0xFF is not valid UTF-8");
  CHECK(reading.post.timeline.size() == 9);
}

TEST_CASE("a timeline and measures below a heading of another section are read, too") {
  std::string text = sample_with("## Incident timeline", "### Incident timeline");
  CHECK(read(text).post.timeline.size() == 9);
  text = sample_with("## Preventative measures", "### Preventative measures");
  CHECK(read(text).post.actions.size() == 3);
}

TEST_CASE("only the first timeline is read") {
  const Reading reading =
      read(sample_with("## Root cause analysis", "## Timeline\n- 12:00 CET - x\n\n## Root cause analysis"));
  CHECK(reading.post.timeline.size() == 9);
}

TEST_CASE("diagrams of the body are found with their lines") {
  const Reading reading = read(
      sample_with("The pool kept", "```dot caption=\"Pools\"\ndigraph { a -> b }\n```\n\nThe pool kept"));
  REQUIRE(reading.post.diagrams.size() == 1);
  CHECK(reading.post.diagrams[0].caption == "Pools");
  CHECK(reading.post.diagrams[0].at.begin.line == 34);
}

TEST_CASE("an empty file has no facts and no story") {
  const Reading reading = read("");
  CHECK(faults(reading.diagnostics) == "1:1 front-matter-missing: the file does not begin with front matter");
  CHECK(reading.post.sections.empty());
}

TEST_CASE("a page has a title, a description and a body") {
  const PageReading reading = read_about("---\ntitle: About us\ndescription: Who we are.\n---\n\nText\n");
  CHECK(faults(reading.diagnostics) == "");
  CHECK(reading.page.slug == "about");
  CHECK(reading.page.file == "content/pages/about.md");
  CHECK(reading.page.title == "About us");
  CHECK(reading.page.description == "Who we are.");
  REQUIRE(reading.page.blocks.size() == 1);
  CHECK(reading.page.blocks[0].at.begin == Position{6, 1});
  CHECK(page_keys() == std::vector<std::string_view>{"title", "description"});
}

TEST_CASE("what is wrong with a page is reported at its line") {
  CHECK(faults_with_help(read_about("---\ntitel: About\n---\n\n[x](javascript:y)\n").diagnostics) ==
        "1:1 missing-key: `title` is missing -> add `title: what the page is called`\n"
        "2:1 unknown-key: `titel` is not a known key -> did you mean `title`?\n"
        "5:1 link-scheme: `javascript:y` is not a link that may be followed -> use https, http or mailto, or "
        "a path inside "
        "the site");
  CHECK(faults(read_about("text\n").diagnostics) ==
        "1:1 front-matter-missing: the file does not begin with front matter");
}

TEST_CASE("a page whose file name cannot be an address is reported") {
  CHECK(faults_with_help(read_about("---\ntitle: a\n---\n", "content/pages/About Us.md").diagnostics) ==
        "1:1 post-file-name: the file name is not of the form slug.md -> name it about-us.md");
}

}  // namespace pmsite
