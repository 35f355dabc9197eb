// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

namespace pmsite {
namespace {

Statement on_line(int line, std::string text) {
  Statement statement;
  statement.line = line;
  statement.text = std::move(text);
  return statement;
}

}  // namespace

TEST_CASE("of equally good proofs the first counts, and lines follow in order") {
  const auto a = on_line(3, "one"), b = on_line(5, "two"), c = on_line(7, "three"), d = on_line(9, "four"),
             e = on_line(11, "five");
  Proof proof;
  proof.add(a, 4);
  proof.add(b, 9);
  proof.add(c, 9);
  proof.add(d, 2);
  proof.add(e, 5);
  CHECK(proof.best() == 9);
  CHECK(proof.finding(5).lines == std::vector{5, 7, 11});
  CHECK(proof.finding(5).evidence == "two");
  CHECK_FALSE(proof.finding(10).met);
  CHECK(proof.finding(10).lines.empty());
}

TEST_CASE("a quotation is cut at a word and never inside of a character") {
  std::string text = "word";
  while (text.size() < 300) text += " word";
  Proof proof;
  const auto words = on_line(1, text);
  proof.add(words, 9);
  CHECK(proof.finding(1).evidence.size() <= 120);
  CHECK(proof.finding(1).evidence.ends_with("word"));
  std::string dashes;
  while (dashes.size() < 300) dashes += "\xE2\x80\x94";
  Proof other;
  const auto one_word = on_line(1, dashes);
  other.add(one_word, 9);
  CHECK(other.finding(1).evidence.size() == 120);
}

TEST_CASE("a quotation shows the words that count, however late they come") {
  std::string text = "word";
  while (text.size() < 300) text += " word";
  Proof proof;
  const auto late = on_line(1, text + " detected by an alert");
  proof.add(late, 9, text.size() + 1);
  CHECK(proof.finding(1).evidence.find("detected by an alert") != std::string::npos);
}

TEST_CASE("a denial says that there is nothing to say") {
  for (const std::string_view text :
       {"None", "N/A", "Not applicable.", "No escalation was needed", "It was not escalated"})
    CHECK_MESSAGE(is_denial(text), text);
  for (const std::string_view text :
       {"The network team", "Looked at the firewall, which was not needed in the end at all", ""})
    CHECK_FALSE_MESSAGE(is_denial(text), text);
}

}  // namespace pmsite
