// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

namespace pmsite {

using judging::Sample;

namespace {

RawReading reading_of(const RawPost& raw) { return read_statements(raw); }

RawPost post_of(std::string_view markdown) {
  return read_raw_post(SourceText("README.md", std::string(markdown)));
}

/// "line role|text" of each statement that is no heading.
std::vector<std::string> listed(const RawPost& raw) {
  std::vector<std::string> lines;
  for (const auto& statement : reading_of(raw).statements)
    if (!statement.is_heading)
      lines.push_back(std::to_string(statement.line) + " " + std::string(word(statement.role)) + "|" +
                      statement.text);
  return lines;
}

}  // namespace

TEST_CASE("each sentence is a statement of its section") {
  const auto raw =
      post_of("## Summary\n\nIt was down. Nobody could pay.\n\n## Timeline\n\n- 10:12 UTC - Down.\n");
  CHECK(listed(raw) == std::vector<std::string>{"3 summary|It was down.", "3 summary|Nobody could pay.",
                                                "7 timeline|10:12 UTC - Down."});
}

TEST_CASE("a sentence that was broken into lines is one statement, a list without bullets is not") {
  const auto raw = post_of(
      "## Summary\n\nThe shop was down on this morning because of\nthe certificate.\n\nFirst thing to "
      "do\nSecond thing\n");
  CHECK(listed(raw) ==
        std::vector<std::string>{"3 summary|The shop was down on this morning because of the certificate.",
                                 "6 summary|First thing to do", "7 summary|Second thing"});
}

TEST_CASE("the label of a part is no part of what it says") {
  const auto raw =
      post_of("## Summary\n\n**Impact:** The shop was down\n\n## Timeline\n\n10:12 UTC - Down.\n");
  const auto reading = reading_of(raw);
  bool found = false;
  for (const auto& statement : reading.statements)
    if (statement.text == "The shop was down")
      found = statement.field == RawField::impact && statement.is_early;
  CHECK(found);
}

TEST_CASE("entries are counted by their times") {
  const auto raw =
      post_of(Sample{.timeline = "- 10:12 UTC - Down.\n- Actions taken: looked\n- 10:20 UTC - Up."}.text());
  CHECK(reading_of(raw).timed_entries == 2);
}

TEST_CASE("what postmortems are is no part of the tale") {
  const auto names = [](std::string_view introduction) {
    return judging::met("root_cause_in_summary",
                        std::string(introduction) + "\n\n## Timeline\n\n10:12 UTC - Down.\n");
  };
  CHECK_FALSE(names("A postmortem is a text on an outage. The root cause was a typo, it may say."));
  CHECK_FALSE(names("Postmortems help to learn. A failure caused by a typo is a good example."));
  CHECK(names("This postmortem is about last Friday. The root cause was a typo."));
}

}  // namespace pmsite
