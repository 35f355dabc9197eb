// SPDX-License-Identifier: MIT
#include "read/action_items.hpp"

#include "engine/markdown.hpp"
#include "read/sections.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

struct Reading {
  std::vector<ActionItem> items;
  Diagnostics diagnostics;
};

/// Reads a section: its heading is on line 1, `body` begins on line 2.
Reading read(std::string_view body) {
  Reading reading;
  const FileReporter reporter("x.md", reading.diagnostics);
  const SourceText source{"x.md", "## Action items\n" + std::string(body)};
  const auto split = split_sections(parse_markdown(source.text, 1, reporter));
  reading.items = read_action_items(split.sections.at(0), source, reporter);
  return reading;
}

/// "open prevent @sre due=2026-03-18 done=... URL TICKET: the text" a line.
std::string told(const std::vector<ActionItem>& items) {
  std::string lines;
  for (const auto& item : items) {
    lines += (lines.empty() ? "" : "\n") + std::string(word(item.state));
    if (item.type) lines += " " + std::string(word(*item.type));
    if (!item.owner.empty()) lines += " @" + item.owner;
    if (item.due) lines += " due=" + format_date(*item.due);
    if (item.done) lines += " done=" + format_date(*item.done);
    if (!item.url.empty()) lines += " " + item.url;
    if (!item.ticket.empty()) lines += " " + item.ticket;
    lines += ": " + plain_text(item.text);
  }
  return lines;
}

void check(std::string_view body, const std::string& expected, const std::string& expected_faults = {}) {
  CAPTURE(body);
  const Reading reading = read(body);
  CHECK(told(reading.items) == expected);
  CHECK(faults(reading.diagnostics) == expected_faults);
}

}  // namespace

TEST_CASE("the examples of the format are read in full") {
  check(R"(Failover is not rehearsed.

- [ ] Add a Nagios check on pool errors above 1 % (detect, @sre, due 2026-03-18, https://tracker.example/OPS-311)
- [x] Turn the keep-alive check on in every pool (prevent, @payments, done 2026-03-06)
)",
        "open detect @sre due=2026-03-18 https://tracker.example/OPS-311: Add a Nagios check on pool errors "
        "above 1 %\n"
        "done prevent @payments done=2026-03-06: Turn the keep-alive check on in every pool");
}

TEST_CASE("details may stand in any order") {
  check(
      "- [ ] x (https://t.example/1, due 2026-03-18, @sre, detect)\n- [ ] x (OPS-311, prevent)\n- [ ] x "
      "(@a,mitigate)\n",
      "open detect @sre due=2026-03-18 https://t.example/1: x\nopen prevent OPS-311: x\nopen mitigate @a: x");
}

TEST_CASE("each detail may stand alone") {
  check(
      "- [ ] x (prevent)\n- [ ] x (mitigate)\n- [ ] x (detect)\n- [ ] x (process)\n- [ ] x (repair)\n- [ ] x "
      "(@sre)\n"
      "- [ ] x (due 2024-02-29)\n- [ ] x (done 2026-03-06)\n- [ ] x (dropped)\n- [ ] x (https://t.example)\n"
      "- [ ] x (A1_B-70)\n",
      "open prevent: x\nopen mitigate: x\nopen detect: x\nopen process: x\nopen repair: x\nopen @sre: x\n"
      "open due=2024-02-29: x\ndone done=2026-03-06: x\ndropped: x\nopen https://t.example: x\nopen A1_B-70: "
      "x");
}

TEST_CASE("a ticked item is done, unless it was dropped") {
  check("- [x] x\n- [X] y (@a)\n- [ ] z\n- [x] d (dropped)\n", "done: x\ndone @a: y\nopen: z\ndropped: d");
}

TEST_CASE("a link may be a detail, and markup stays in the text") {
  const Reading reading =
      read("- [ ] see **the** [plan](https://p.example) (@a, <https://t.example/OPS-3>)\n");
  CHECK(told(reading.items) == "open @a https://t.example/OPS-3: see the plan");
  REQUIRE(reading.items.size() == 1);
  CHECK(reading.items[0].text.at(1).kind == NodeKind::strong);
}

TEST_CASE("the parenthesis at the end counts, over lines and before a full stop") {
  check("- [ ] x (a) (@b).\n- [ ] wrapped\n  over (@b,\n  due 2026-01-01)\n",
        "open @b: x (a)\nopen @b due=2026-01-01: wrapped over");
}

TEST_CASE("a parenthesis that is part of the sentence stays") {
  check("- [ ] x (see the notes)\n- [ ] x (prevent) and more\n- [ ] x ()\n- [ ] x (it took 5 min, at most)\n",
        "open: x (see the notes)\nopen: x (prevent) and more\nopen: x ()\nopen: x (it took 5 min, at most)");
}

TEST_CASE("items without a box, and prose, are no actions") {
  check("- plain (prevent)\n\nText (prevent).\n\n1. [ ] numbered (repair)\n", "open repair: numbered");
}

TEST_CASE("nested items are found in reading order, without their parents' details") {
  check("- [ ] a (@one)\n  - [x] b (@two)\n- plain\n  - [ ] c\n- [ ] d\n",
        "open @one: a\ndone @two: b\nopen: c\nopen: d");
}

TEST_CASE("an item knows where its box stands") {
  const Reading reading = read("- [ ] a\n  - [ ] b\n");
  REQUIRE(reading.items.size() == 2);
  CHECK(reading.items[0].at == span_on_line(2, 1, 5));
  CHECK(reading.items[1].at == span_on_line(3, 3, 5));
}

TEST_CASE("a misspelt detail is an error, and the other details count") {
  check("- [ ] x (prevnt, @sre)\n", "open @sre: x",
        "2:10 action-detail: `prevnt` says nothing about an action");
  check("- [ ] x (prevnt)\n", "open: x", "2:10 action-detail: `prevnt` says nothing about an action");
  CHECK(faults_with_help(read("- [ ] x (prevnt)\n- [ ] x (@a, soon)\n").diagnostics) ==
        "2:10 action-detail: `prevnt` says nothing about an action -> did you mean `prevent`?\n"
        "3:14 action-detail: `soon` says nothing about an action -> use a type, @owner, `due` or `done` with "
        "a date, "
        "`dropped`, a URL or a ticket");
}

TEST_CASE("a date that does not exist is an error") {
  check("- [ ] x (due 2026-02-30)\n- [x] y (@a,\n  done yesterday)\n", "open: x\ndone @a: y",
        "2:14 action-detail: `2026-02-30` is not a date\n4:8 action-detail: `yesterday` is not a date");
  CHECK(faults_with_help(read("- [ ] x (due soon)\n").diagnostics) ==
        "2:14 action-detail: `soon` is not a date -> write it as YYYY-MM-DD");
}

TEST_CASE("a date that is missing is asked for") {
  CHECK(faults_with_help(read("- [ ] x (@a, due)\n").diagnostics) ==
        "2:14 action-detail: `due` without a date -> write `due YYYY-MM-DD`");
}

TEST_CASE("an owner or a date written in another way is an error, not a part of the sentence") {
  for (const std::string detail : {"due: 2026-03-18", "done: 2026-03-18", "owner: @sre"}) {
    CAPTURE(detail);
    const auto found = read("- [ ] x (" + detail + ")\n").diagnostics.sorted();
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule->id == "action-detail");
  }
}

TEST_CASE("only addresses of the web are places where an action is tracked") {
  check("- [ ] x (@a, javascript:alert)\n", "open @a: x",
        "2:14 action-detail: `javascript:alert` says nothing about an action");
}

TEST_CASE("a bare done marks the item done") {
  check("- [ ] x (done)\n- [ ] y (prevent, done)\n", "done: x\ndone prevent: y");
}

TEST_CASE("a detail may be wrapped anywhere") {
  check("- [ ] x (@a, due\n  2026-03-18,\n  https://t.example/1)\n",
        "open @a due=2026-03-18 https://t.example/1: x");
}

TEST_CASE("a link is one detail: a URL with its commas, and a ticket with its URL") {
  check(
      "- [ ] x (prevent, https://t.example/a,b;c)\n- [ ] y (prevent, [OPS-311](https://t.example/OPS-311))\n"
      "- [ ] z ([B-1](https://t.example/1))\n- [ ] w (@a, [the issue](https://t.example/2))\n",
      "open prevent https://t.example/a,b;c: x\nopen prevent https://t.example/OPS-311 OPS-311: y\n"
      "open https://t.example/1 B-1: z\nopen @a https://t.example/2: w");
}

TEST_CASE("a link that the sentence ends with stays in it") {
  check("- [ ] rotate the keys ([runbook](https://r.example))\n", "open: rotate the keys (runbook)");
}

TEST_CASE("a semicolon separates details, too") {
  check("- [ ] x (prevent; @sre; due 2026-03-18)\n", "open prevent @sre due=2026-03-18: x");
}

TEST_CASE("the name of a standard alone in a parenthesis is no ticket, nor is a single digit") {
  for (const std::string name : {"UTF-8", "UTF-16", "SHA-256", "ISO-8601", "RFC-3339", "TLS-13", "L-3"}) {
    CAPTURE(name);
    check("- [ ] x (" + name + ")\n", "open: x (" + name + ")");
  }
  check("- [ ] x (OPS-31)\n- [ ] y (prevent, L-3)\n", "open OPS-31: x\nopen prevent L-3: y");
}

TEST_CASE("a short word that resembles a detail is part of the sentence") {
  for (const std::string word : {"none", "one", "gone", "event", "recent"}) {
    CAPTURE(word);
    check("- [ ] x (" + word + ")\n", "open: x (" + word + ")");
  }
  CHECK(faults(read("- [ ] x (Done)\n").diagnostics) ==
        "2:10 action-detail: `Done` says nothing about an action");
}

TEST_CASE("what a wrong label should be is said") {
  CHECK(
      faults_with_help(
          read("- [ ] x (due: 2026-03-18)\n- [ ] x (done: soon)\n- [ ] x (owner: @a)\n").diagnostics) ==
      "2:10 action-detail: `due` has no colon behind it -> write `due 2026-03-18`\n"
      "3:10 action-detail: `done` has no colon behind it -> write `done YYYY-MM-DD`\n"
      "4:10 action-detail: `owner: @a` says nothing about an action -> an owner is written `@name`, without "
      "the word");
}

TEST_CASE("further blocks of an item are its details, without the task items among them") {
  const Reading reading = read(
      "- [ ] a (@one)\n\n  more\n\n  - plain\n    - [x] b\n\n      of b\n  - [ ] c\n\n- [ ] d\n  - [ ] e\n");
  CHECK(told(reading.items) == "open @one: a\ndone: b\nopen: c\nopen: d\nopen: e");
  REQUIRE(reading.items.size() == 5);
  REQUIRE(reading.items[0].details.size() == 2);
  CHECK(plain_text(reading.items[0].details) == "more plain");
  CHECK(reading.items[0].details[1].kind == NodeKind::list);
  CHECK(plain_text(reading.items[1].details) == "of b");
  for (const std::size_t i : {2U, 3U, 4U}) CHECK(reading.items[i].details.empty());
}

TEST_CASE("an item of a hundred thousand inlines is read to its end") {
  std::string body = "- [ ] ";
  for (int i = 0; i < 50000; ++i) body += "*a* b ";
  CHECK(read(body + "(@sre)\n").items.at(0).owner == "sre");
  CHECK(read(body + "c)\n").items.at(0).owner.empty());
}

}  // namespace pmsite
