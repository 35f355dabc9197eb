// SPDX-License-Identifier: MIT
#include "read/raw_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace pmsite {
namespace {

RawText read(std::string text) { return read_raw_text(SourceText("a.md", std::move(text))); }

/// "number kind text" a line that is not blank.
std::string lines(std::string text) {
  constexpr std::string_view kNames[] = {"blank", "text",    "heading", "bullet", "row",
                                         "quote", "picture", "code",    "rule"};
  std::string list;
  for (const auto& line : read(std::move(text)).lines) {
    if (line.kind == RawLineKind::blank) continue;
    list += fmt::format("{}{} {}{}{}", list.empty() ? "" : "\n", line.number,
                        kNames[static_cast<std::size_t>(line.kind)], line.text.empty() ? "" : " ", line.text);
  }
  return list;
}

}  // namespace

TEST_CASE("each line has its kind") {
  CHECK(lines("# Outage\n\nWe were *down*.\n- a\n1. b\n> c\n---\n![x](y)\n| d | e |\n") ==
        "1 heading Outage\n3 text We were down.\n4 bullet a\n5 bullet b\n6 quote c\n7 rule\n8 picture\n9 row "
        "d | e");
}

TEST_CASE("lines of code keep their text and are not counted") {
  const auto text = read("a b\n```\nc d\n```\n");
  REQUIRE(text.lines.size() == 3);
  CHECK(text.lines[1].kind == RawLineKind::code);
  CHECK(text.lines[1].text == "c d");
  CHECK(text.words == 2);
}

TEST_CASE("a line with dashes or equals signs below is a heading, a paragraph is not") {
  CHECK(lines("Timeline\n---\n\nRoot cause\n===\n") ==
        "1 heading Timeline\n2 rule\n4 heading Root cause\n5 rule");
  CHECK(read("Timeline\n---\n").lines[0].level == 2);
  CHECK(lines("One\ntwo\n---\n") == "1 text One\n2 text two\n3 rule");
  CHECK(lines("It was down.\n---\n") == "1 text It was down.\n2 rule");
  CHECK(lines("- a\n---\n") == "1 bullet a\n2 rule");
}

TEST_CASE("HTML gives headings, items and lines of its own") {
  CHECK(lines("<h2 align=\"center\">Issue Summary</h2><p>We were down.</p>") ==
        "1 heading Issue Summary\n1 text We were down.");
  CHECK(lines("<h1>\nOutage\n</h1>\n<ul><li>10:00: a</li><li>10:05: b</li></ul>\n<li>\nc\n</li>") ==
        "1 rule\n2 heading Outage\n3 rule\n4 bullet 10:00: a\n4 bullet 10:05: b\n5 rule\n6 bullet c\n7 rule");
  CHECK(lines("a<br>b<br/>c") == "1 text a\n1 text b\n1 text c");
  CHECK(lines("### <p align=\"center\"> Timeline </p>") == "1 heading Timeline");
  CHECK(lines("<h1>\nOutage\n\nnot") == "1 rule\n2 heading Outage\n4 text not");
  CHECK(lines("<table><tr><td>10:00</td><td>a</td></tr></table>") == "1 row 10:00 | a");
}

TEST_CASE("comments and tags go over the ends of lines") {
  CHECK(lines("a <!-- b\nc\nd --> e\n") == "1 text a\n3 text e");
  CHECK(lines("<img src=\"a\"\n  width=\"5\">\nb") == "1 rule\n3 text b");
  CHECK(lines("a <!-- b\nc\n") == "1 text a <!-- b\n2 text c");
}

TEST_CASE("tables have rows, with bars at their ends or without") {
  CHECK(lines("| Time | Event |\n|---|---|\n| 10:00 | a |\n") ==
        "1 row Time | Event\n2 rule\n3 row 10:00 | a");
  CHECK(lines("Time | Event\n--- | ---\n10:00 | a\n\nx | y\n") ==
        "1 row Time | Event\n2 rule\n3 row 10:00 | a\n5 text x | y");
}

TEST_CASE("two bullets on one line are two") {
  CHECK(lines("- Duration: an hour. - Impact: all users.\n") ==
        "1 bullet Duration: an hour.\n1 bullet Impact: all users.");
  CHECK(lines("• 10:00 a • 10:05 b\n") == "1 bullet 10:00 a\n1 bullet 10:05 b");
  CHECK(lines("- We waited. - it got worse\n") == "1 bullet We waited. - it got worse");
}

TEST_CASE("front matter of other tools is cut off, a rule at the top is not") {
  const auto yaml = read("---\ntitle: x\n---\n\nText here\n");
  CHECK(yaml.front_matter == "title: x\n");
  CHECK(yaml.words == 2);
  CHECK(yaml.lines.back().number == 6);
  CHECK(read("+++\ntitle = \"x\"\n+++\na\n").front_matter == "title = \"x\"\n");
  CHECK(read("---\n\nJust text\n---\n").front_matter.empty());
  CHECK(read("---\ntitle: x\n").front_matter.empty());
}

TEST_CASE("the marks of an unfinished merge are left out, both versions stay") {
  CHECK(lines("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> 1234\n") == "2 text a\n4 text b");
  CHECK(lines("Timeline\n=======\n") == "1 heading Timeline\n2 rule");
}

TEST_CASE("an indent of the whole file is ignored") {
  const auto text = read("    a\n      - b\n\n    c\n");
  CHECK(text.lines[0].indent == 0);
  CHECK(text.lines[1].indent == 2);
}

TEST_CASE("words are counted as a reader sees them") {
  CHECK(read("# My outage\n\n1. **Fix** the [log](https://example.com) `now`\n").words == 7);
  CHECK(read("see https://example.com/x\n![one two](a)\n<b>three</b>\n---\n- [ ] four\n").words == 3);
  CHECK(read("").words == 0);
}

TEST_CASE("lines that end in a carriage return read the same") {
  CHECK(lines("# A\r\n\r\n- b\r\n") == "1 heading A\n3 bullet b");
}

TEST_CASE("reference definitions are not shown") { CHECK(lines("[log]: https://example.com\n") == "1 rule"); }

}  // namespace pmsite
