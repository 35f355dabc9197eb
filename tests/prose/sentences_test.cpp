// SPDX-License-Identifier: MIT
#include "prose/sentences.hpp"

#include "prose/mentions.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

/// The sentences with " | " between.
std::string cut(std::string_view text) {
  std::string pieces;
  for (const auto& range : sentences(text))
    pieces += (pieces.empty() ? "" : " | ") + std::string(range.of(text));
  return pieces;
}

}  // namespace

TEST_CASE("sentences end with a full stop, a question, an exclamation or an ellipsis") {
  CHECK(cut("") == "");
  CHECK(cut(" \n ") == "");
  CHECK(cut("One. Two? Three! Four") == "One. | Two? | Three! | Four");
  CHECK(cut("Well\xE2\x80\xA6 Yes. ") == "Well\xE2\x80\xA6 | Yes.");
  CHECK(cut("Well... yes.") == "Well... | yes.");
  CHECK(cut("It failed. we fixed it.") == "It failed. | we fixed it.");
}

TEST_CASE("quotes, brackets and emphasis close with their sentence") {
  CHECK(cut("He said \"No.\" Then (yes.) **Done.** So.") ==
        "He said \"No.\" | Then (yes.) | **Done.** | So.");
  CHECK(cut("\xE2\x80\x9CGone.\xE2\x80\x9D We looked.") == "\xE2\x80\x9CGone.\xE2\x80\x9D | We looked.");
}

TEST_CASE("a full stop inside a number, a name or an abbreviation ends no sentence") {
  for (const std::string_view text :
       {"It took 9.5 s with pmsite.yaml open.", "Some hosts, e.g. the old ones, failed.",
        "Some hosts, e.g. Postgres, failed.", "It began at 6 a.m. EAT and ended later.",
        "It began at 6 p.m. on Friday.", "Dr. Who called Mr. Smith.", "On Jan. 5 it rained.",
        "See fig. 2 and No. 5 for it.", "Disks, logs, etc. were full.", "J. Doe was called.",
        "The U.S. region failed.", "It ran for 5 min. after that.",
        "Redis vs. Memcached was the question."}) {
    CAPTURE(text);
    CHECK(cut(text) == text);
  }
}

TEST_CASE("an abbreviation may still end its sentence") {
  CHECK(cut("It began at 6 a.m. The disk was full.") == "It began at 6 a.m. | The disk was full.");
  CHECK(cut("Logs, caches, etc. The disk was full.") == "Logs, caches, etc. | The disk was full.");
  CHECK(cut("We run in the U.S.") == "We run in the U.S.");
  CHECK(cut("The answer was no. Nobody knew why.") == "The answer was no. | Nobody knew why.");
  CHECK(cut("It was down for 30m. Users saw it.") == "It was down for 30m. | Users saw it.");
}

TEST_CASE("paragraphs, list items and headings are apart, wrapped lines are not") {
  CHECK(cut("one\ntwo\n\nthree") == "one\ntwo | three");
  CHECK(cut("one\n- two\n* three\n# four\n| five") == "one | - two | * three | # four | | five");
  CHECK(cut("one\n  \ntwo") == "one | two");
  CHECK(cut("1. Restart it. Wait.\n2. Look.") == "1. Restart it. | Wait. | 2. Look.");
}

TEST_CASE("the sentence around a byte is found from anywhere inside") {
  const std::string_view text = "One two. Three at 6 a.m. sharp? Four.";
  const auto around = [&](std::size_t offset) { return std::string(sentence_around(text, offset).of(text)); };
  CHECK(around(0) == "One two.");
  CHECK(around(7) == "One two.");
  CHECK(around(9) == "Three at 6 a.m. sharp?");
  CHECK(around(23) == "Three at 6 a.m. sharp?");
  CHECK(around(30) == "Three at 6 a.m. sharp?");
  CHECK(around(33) == "Four.");
  CHECK(around(1000) == "Four.");
  CHECK(sentence_around("", 3).end == 0);
}

TEST_CASE("each sentence is the one around its own bytes") {
  const std::string text =
      "It broke at 9.5 s (e.g. there). We saw it!\n\n- The U.S. hosts, \"all.\" Then a.m. came. No. 5 "
      "went...";
  const auto all = sentences(text);
  CHECK(all.size() == 5);
  for (const auto& range : all)
    for (auto at = range.begin; at < range.end; ++at) {
      CAPTURE(at);
      CHECK(sentence_around(text, at).of(text) == range.of(text));
    }
}

TEST_CASE("endless punctuation is cut without end of patience") {
  for (const std::string_view piece : {".", "\n", " ", ".)", "a. ", "e.g. ", "?\"", "\n\n- "}) {
    CAPTURE(piece);
    const auto text = repeated(piece, 300'000);
    CHECK(sentences(text).size() <= text.size());
  }
}
