// SPDX-License-Identifier: MIT
#include "read/timeline_item.hpp"

#include "support/timeline_reading.hpp"

#include <doctest/doctest.h>

namespace pmsite {

using namespace timeline_reading;

TEST_CASE("an entry knows where its time and its states stand") {
  const Reading reading =
      read("- 10:12 CET - x `cache: down`, `b: ok`\n-   10:13-10:14 CET - y\n  wrapped `cache: ok`\n");
  REQUIRE(reading.entries.size() == 2);
  CHECK(reading.entries[0].at == span_on_line(2, 3, 9));
  CHECK(reading.entries[0].zone == "CET");
  REQUIRE(reading.entries[0].states.size() == 2);
  CHECK(reading.entries[0].states[0].at == span_on_line(2, 18, 11));
  CHECK(reading.entries[0].states[1].at == span_on_line(2, 33, 5));
  CHECK(reading.entries[1].at == span_on_line(3, 5, 15));
  REQUIRE(reading.entries[1].states.size() == 1);
  CHECK(reading.entries[1].states[0].at.begin.line == 4);
}

TEST_CASE("an entry of a numbered list knows where its time stands") {
  const Reading reading = read("1. 10:12 CET - x\n2. 10:13 CET - y\n");
  REQUIRE(reading.entries.size() == 2);
  CHECK(reading.entries[0].at == span_on_line(2, 4, 9));
  CHECK(reading.entries[1].at == span_on_line(3, 4, 9));
}

TEST_CASE("further blocks of an entry are its details") {
  const Reading reading = read("- 10:12 CET - x\n\n  more\n\n  ```\n  code\n  ```\n");
  REQUIRE(reading.entries.size() == 1);
  CHECK(plain_text(reading.entries[0].text) == "x");
  REQUIRE(reading.entries[0].details.size() == 2);
  CHECK(reading.entries[0].details[0].kind == NodeKind::paragraph);
  CHECK(reading.entries[0].details[1].kind == NodeKind::code_block);
}

TEST_CASE("the time may be bold or in italics, with the separator in or behind it") {
  check_stories(
      "- **10:12 CET** - x\n- **10:13 CET:** y\n- *10:14 CET*: z\n- **10:15 CET** - **Detected**: d\n",
      "note|x\nnote|y\nnote|z\ndetected|: d");
  CHECK(read("- **10:12 CET** - x\n").entries.at(0).at == span_on_line(2, 5, 9));
}

TEST_CASE("an entry that does not begin with a time is reported and left out") {
  check_times("- soon - x\n- 10:12 CET - y\n- **Detected**: z\n-\n- 25:00 CET - y\n",
              "2026-03-04T10:12:00+01:00",
              "2:3 timeline-time: the entry does not begin with a time\n"
              "4:5 timeline-time: the entry does not begin with a time\n"
              "5:1 timeline-time: the entry does not begin with a time\n"
              "6:3 timeline-time: `25:00` is not a time of day");
}

TEST_CASE("every kind opens an entry, with the colon in, behind or without") {
  std::string body, expected;
  for (const auto kind : words<EventKind>()) {
    if (kind == "note") continue;
    const std::string name = std::string(label(*parse_word<EventKind>(kind)));
    body += "- 10:12 CET - **" + name + "**: x\n- 10:12 CET - **" + name + ":** x\n- 10:12 CET - **" + name +
            "** x\n";
    for (const std::string text : {": x", ": x", " x"})
      expected += (expected.empty() ? "" : "\n") + std::string(kind) + "|" + text;
  }
  check_stories(body, expected);
}

TEST_CASE("the case of a kind does not matter") {
  check_stories("- 10:12 CET - **STARTED**: x\n- 10:13 CET - **resolved**: y\n", "started|: x\nresolved|: y");
}

TEST_CASE("a word that nearly names a kind is an error with the kind that is meant") {
  check_stories("- 10:12 CET - **Detcted**: x\n", "note|Detcted: x",
                "2:15 timeline-kind: `Detcted` is not a kind of entry");
  CHECK(faults_with_help(read("- 10:12 CET - **Mitigatd:** x\n").diagnostics) ==
        "2:15 timeline-kind: `Mitigatd:` is not a kind of entry -> did you mean **Mitigated**?");
}

TEST_CASE("a word that means a kind is an error with the kinds that may be meant") {
  check_stories("- 10:12 CET - **Noticed**: x\n", "note|Noticed: x",
                "2:15 timeline-kind: `Noticed` is not a kind of entry");
  CHECK(faults_with_help(read("- 10:12 CET - **Service restored.** x\n").diagnostics) ==
        "2:15 timeline-kind: `Service restored.` is not a kind of entry -> did you mean **Resolved** or "
        "**Mitigated**?");
}

TEST_CASE("other bold words make a note") {
  check_stories(
      "- 10:12 CET - **Payments** were slow\n- 10:13 CET - x **Detected**\n- 10:14 CET - **Note**: y\n",
      "note|Payments were slow\nnote|x Detected\nnote|Note: y");
}

TEST_CASE("states stand at the end of an entry") {
  check_stories(
      "- 10:12 CET - x. `cache: down`\n- 10:13 CET - y `a-b_c.1: maintenance`; `z: unknown`.\n"
      "- 10:14 CET - `cache: ok`\n- 10:15 CET - wrapped\n  `cache: ok`\n",
      "note|x. {cache=down}\nnote|y {a-b_c.1=maintenance} {z=unknown}\nnote| {cache=ok}\n"
      "note|wrapped {cache=ok}");
}

TEST_CASE("a state with text behind it is part of the text") {
  check_stories("- 10:12 CET - `cache: down` and then some\n- 10:13 CET - x `cache: down` y `lb: ok`\n",
                "note|cache: down and then some\nnote|x cache: down y {lb=ok}");
}

TEST_CASE("code that is not a state stays text") {
  check_stories(
      "- 10:12 CET - ran `systemctl restart`\n- 10:13 CET - saw `error: no space left`\n- 10:14 CET - set "
      "`a:b`\n",
      "note|ran systemctl restart\nnote|saw error: no space left\nnote|set a:b");
  check_stories(
      "- 10:12 CET - x `status: 502`\n- 10:13 CET - y `errno: EPIPE`\n- 10:14 CET - z `flag: on`.\n",
      "note|x status: 502\nnote|y errno: EPIPE\nnote|z flag: on.");
}

TEST_CASE("a state that does not exist is an error with the one that is meant") {
  check_stories("- 10:12 CET - x `cache: dwon`, `lb: ok`\n", "note|x {lb=ok}",
                "2:18 component-state: `dwon` is not a state of a component");
  CHECK(faults_with_help(read("- 10:12 CET - x `cache: dwon`\n- 10:13 CET - `cache: OK`\n").diagnostics) ==
        "2:18 component-state: `dwon` is not a state of a component -> did you mean `down`?\n"
        "3:16 component-state: `OK` is not a state of a component -> did you mean `ok`?");
}

TEST_CASE("a component has one state in an entry") {
  CHECK(faults_with_help(read("- 10:12 CET - x `cache: down`, `lb: ok`, `cache: degraded`\n").diagnostics) ==
        "2:43 component-state: `cache` has two states in one entry -> give each its own entry, with its own "
        "time");
}

TEST_CASE("the time is read across bold and italics") {
  check_times("- **14:30** CET - a\n- **14:45**-14:50 CET - b\n- 14:51 *CET* - c\n- **14:52 CET** - d\n",
              "2026-03-04T14:30:00+01:00\n2026-03-04T14:45:00+01:00..2026-03-04T14:50:00+01:00\n"
              "2026-03-04T14:51:00+01:00\n2026-03-04T14:52:00+01:00");
  check_stories("- **14:30 CET - Detected**: a\n- ***14:31*** CET - **Misled**: b `cache: ok`\n",
                "detected|: a\nmisled|: b {cache=ok}");
  const Reading reading = read("- **14:30** XYZ - a\n1. __14:31__ CET - b\n");
  CHECK(faults(reading.diagnostics) == "2:13 timeline-zone: `XYZ` is not a zone that pmsite knows");
  REQUIRE(reading.entries.size() == 1);
  CHECK(reading.entries[0].at == span_on_line(3, 6, 11));
}

TEST_CASE("an item with a box or behind a long number knows where its time stands") {
  CHECK(read("- [ ] 10:12 CET - x\n").entries.at(0).at == span_on_line(2, 7, 9));
  CHECK(read("100)  10:12 CET - x\n").entries.at(0).at == span_on_line(2, 7, 9));
  CHECK(read("-\n  10:12 CET - x\n").entries.at(0).at == span_on_line(3, 3, 9));
}

TEST_CASE("the text may begin on the next line") {
  check_stories("- 10:12 CET -\n  **Detected**: x\n", "detected|: x");
}

TEST_CASE("words that only resemble a kind open a note") {
  for (const std::string word :
       {"Restarted", "Rejected", "Declined", "Charged", "Elected", "Missed", "Progressed", "Refreshed",
        "Resolver", "Verifier", "Change", "Litigated", "Reverted", "Deployed", "Stated", "Selected"}) {
    CAPTURE(word);
    check_stories("- 10:12 CET - **" + word + "** the pods\n", "note|" + word + " the pods");
  }
}

TEST_CASE("a word is misspelt at one edit from a short kind and at two from a long one") {
  for (const std::string word : {"Strated", "Resolvd", "Mislead", "Acknowleged", "Investiagted", "Identifed",
                                 "Comunicatd", "Escalate", "Resolves"}) {
    CAPTURE(word);
    check_fault("- 10:12 CET - **" + word + "**: x\n",
                "2:15 timeline-kind: `" + word + "` is not a kind of entry");
  }
  check_fault("- 10:12 CET - **Strtd**: x\n", "");
}

TEST_CASE("a full stop may stand in the bold word") {
  check_stories("- 10:12 CET - **Misled.** x\n- 10:13 CET - **Resolved.**\n", "misled|. x\nresolved|.");
}

TEST_CASE("what is not a time of day is an error that says how to write it") {
  CHECK(faults_with_help(
            read("- 24:00 CET - a\n- 10.13 CET - b\n- **14h58** - c\n- 23:30-24:00 CET - d\n").diagnostics) ==
        "2:3 timeline-time: `24:00` is not a time of day -> midnight is `00:00` of the next day\n"
        "3:3 timeline-time: `10.13` is not a time of day -> write it with a colon: `10:13`\n"
        "4:5 timeline-time: `14h58` is not a time of day -> write it with a colon: `14:58`\n"
        "5:9 timeline-time: `24:00` is not a time of day -> midnight is `00:00` of the next day");
  check_stories("- 10:12 CET: 10.13 was released\n- 10:13 CET - 10.14 came\n",
                "note|10.13 was released\nnote|10.14 came");
}

}  // namespace pmsite
