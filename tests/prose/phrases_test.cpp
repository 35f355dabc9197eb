// SPDX-License-Identifier: MIT
#include "prose/phrases.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// What a table of one phrase finds, in brackets.
std::string found(std::string_view phrase, std::string_view text) {
  const std::array<std::string_view, 1> rows = {phrase};
  const PhraseTable table(rows);
  std::string result;
  for (const auto& match : table.find(text)) result += "[" + std::string(match.at.of(text)) + "]";
  return result;
}

struct Case {
  std::string_view phrase, text, found;
};

}  // namespace

TEST_CASE("a phrase is found as whole words in any case") {
  for (const auto& [phrase, text, expected] : {
           Case{"roll back", "We roll back. Roll Back, ROLL BACK!", "[roll back][Roll Back][ROLL BACK]"},
           Case{"roll back", "scroll back, roll backwards, rollback", ""},
           Case{"cache", "the cache, caches, cache2, _cache_ and mem_cache", "[cache][cache]"},
           Case{"a", "a b a", "[a][a]"},
           Case{"x", "", ""},
           Case{"cache", "cach", ""},
           Case{"caf\u00e9", "a caf\u00e9 and a cafe", "[caf\u00e9]"},
       })
    CHECK_MESSAGE(found(phrase, text) == expected, text);
}

TEST_CASE("between the words of a phrase blanks, one line break, hyphens and emphasis may stand") {
  for (const auto& [phrase, text, expected] : {
           Case{"on call", "on-call, on\tcall, on\ncall", "[on-call][on\tcall][on\ncall]"},
           Case{"on call", "on **call** and *on* call", "[on **call][on* call]"},
           Case{"on call", "on\u00a0call and on\u2011call", "[on\u00a0call][on\u2011call]"},
           Case{"on call", "on, call; on. Call (on) call on \u2014 call", ""},
           Case{"on call", "on\n\ncall", ""},
           Case{"on call", "on and call", ""},
       })
    CHECK_MESSAGE(found(phrase, text) == expected, text);
}

TEST_CASE("a star is any ending, and alone any word") {
  for (const auto& [phrase, text, expected] : {
           Case{"fail*", "fail failed failure's defail", "[fail][failed][failure's]"},
           Case{"a*", "an apple, 5 bananas", "[an][apple]"},
           Case{"the * of", "the fault of, the of of, the one thing of", "[the fault of][the of of]"},
           Case{"be * careful*", "be more carefully", "[be more carefully]"},
       })
    CHECK_MESSAGE(found(phrase, text) == expected, text);
}

TEST_CASE("a word may have alternatives") {
  for (const auto& [phrase, text, expected] : {
           Case{"he|she|they forgot|broke*", "He forgot. She broken. It forgot; they broke",
                "[He forgot][She broken][they broke]"},
           Case{"was|were rolled", "it was rolled and they were rolled", "[was rolled][were rolled]"},
       })
    CHECK_MESSAGE(found(phrase, text) == expected, text);
}

TEST_CASE("a gap is up to three words of the same sentence") {
  for (const auto& [phrase, text, expected] : {
           Case{"root cause ... human error", "Root cause: human error", "[Root cause: human error]"},
           Case{"root cause ... human error", "root cause (said all) was human error",
                "[root cause (said all) was human error]"},
           Case{"root cause ... human error", "root cause of this was not human error", ""},
           Case{"root cause ... human error", "the root cause. Human error", ""},
           Case{"root cause ... human error", "the root cause.\" Human error", ""},
           Case{"root cause ... human error", "root cause? human error; root cause | human error", ""},
           Case{"root cause ... human error", "root cause\n\nhuman error", ""},
           Case{"cause ... error", "the cause in pmsite.yaml was an error", ""},
           Case{"cause ... error", "the cause in 9.5 error", "[cause in 9.5 error]"},
           Case{"was ... by ... who", "was made by one who, was made by all of us who",
                "[was made by one who][was made by all of us who]"},
       })
    CHECK_MESSAGE(found(phrase, text) == expected, text);
}

TEST_CASE("an apostrophe belongs to its word, straight or curly") {
  for (const auto& [phrase, text, expected] : {
           Case{"it's", "it's, It\u2019s, its, 'it's'", "[it's][It\u2019s][it's]"},
           Case{"don't test", "we don\u2019t test", "[don\u2019t test]"},
           Case{"it", "it's, 'it', \u2018it\u2019", "[it][it]"},
           Case{"i'm", "I\u2019m here", "[I\u2019m]"},
       })
    CHECK_MESSAGE(found(phrase, text) == expected, text);
}

TEST_CASE("of phrases that begin together the longest is found, of equal ones the first") {
  struct Row {
    std::string_view phrase;
    int weight;
  };
  static constexpr std::array<Row, 4> kRows = {Row{"should", 1}, Row{"should have", 2},
                                               Row{"should|could have", 3}, Row{"have been", 4}};
  static constexpr std::array<std::string_view, 2> kAlike = {"fail*", "failed"};
  const PhraseTable table(kRows);
  const auto weight_of = [&](std::string_view text) { return kRows[table.next(text)->row].weight; };
  CHECK(weight_of("it should be") == 1);
  CHECK(weight_of("it should have been") == 2);
  CHECK(weight_of("it could have been") == 3);
  CHECK(weight_of("to have been") == 4);
  CHECK(PhraseTable(kAlike).next("it failed")->row == 0);
  // The next phrase begins behind the one before.
  CHECK(table.find("it should have been").size() == 1);
  CHECK(table.is_in("it should"));
  CHECK(!table.is_in("shoulder"));
}

TEST_CASE("next() goes on behind a place") {
  const std::array<std::string_view, 1> rows = {"cache"};
  const PhraseTable table(rows);
  const std::string_view text = "cache, cache";
  CHECK(table.next(text)->at.begin == 0);
  CHECK(table.next(text, 5)->at.begin == 7);
  CHECK(!table.next(text, 12));
}

TEST_CASE("a text of nothing but beginnings takes time in proportion to its length") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "was - by ";
  CHECK(found("was ... by ... by ... who", text + std::string(500'000, 'w')).empty());
  CHECK(found("was ... by ... who", "was " + std::string(500'000, '.')).empty());
}

TEST_CASE("a word may be compared without a table") {
  CHECK(is_like("Failed", "fail*"));
  CHECK(!is_like("Fail", "failed"));
  CHECK(!is_like("failed", "fail"));
  CHECK(is_like_any("crashes", "fail*|crash*"));
  CHECK(is_like_any("it\u2019s", "is|it's"));
  CHECK(!is_like_any("", "is|it's"));
}

TEST_CASE("the words of a text") {
  const auto words = [](std::string_view text) {
    std::string result;
    for (auto word = next_word(text, 0); word.begin < word.end; word = next_word(text, word.end))
      result += std::string(word.of(text)) + "/";
    return result;
  };
  CHECK(words("  It's \u201cdone\u201d\u2014na\u00efve, x_y 9.5 'quoted' \u2019tis\u2026 ") ==
        "It's/done/na\u00efve/x_y/9/5/quoted/tis/");
  CHECK(words("") == "");
  CHECK(words("\u2014 ... \xE2\x80") == "");
  CHECK(next_word("ab", 2).begin == 2);
}

}  // namespace pmsite
