// SPDX-License-Identifier: MIT
#include "site/search_words.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string words_of(std::string_view text) {
  std::string found;
  for (SearchWords words(text); words.next();) found += (found.empty() ? "" : " ") + words.word();
  return found;
}

}  // namespace

TEST_CASE("words to search for are runs of letters and digits in small letters") {
  CHECK(words_of("The cache: S3, `config_change`... (HTTP/2)") == "the cache s3 config change http 2");
  CHECK(words_of("") == "");
  CHECK(words_of(" ... ") == "");
  CHECK(words_of("...end") == "end");
}

TEST_CASE("words to search for have lost the s of a plural") {
  CHECK(words_of("pools caches queries address status dns ties class") ==
        "pool cache query address statu dns tie class");
}

TEST_CASE("letters beyond ASCII belong to words, and dashes, quotes and pictures do not") {
  CHECK(words_of("Café–Übung “naïf” 東京、大阪 ok🙂ok a×b…cd") ==
        "café Übung naïf 東京 大阪 ok ok cd");
  CHECK(words_of("\u00e9 \u00e9s") == "\u00e9 \u00e9s");
  CHECK(words_of("ends in the middle of a character \xE6\x9D") != "");
}

TEST_CASE("single letters and words that nobody types are left out, single digits are not") {
  CHECK(words_of("a b 3 is x") == "3 is");
  CHECK(words_of(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(words_of(std::string(41, 'x') + " y2") == "y2");
}

TEST_CASE("words that every text has are known as they are spelled here") {
  for (const std::string text : {"the", "this", "does", "from", "you", "about"}) {
    SearchWords words(text);
    REQUIRE(words.next());
    CHECK_MESSAGE(is_common_search_word(words.word()), text);
  }
  for (const std::string word : {"down", "out", "up", "cache", "", "zebra"})
    CHECK_MESSAGE(!is_common_search_word(word), word);
}

}  // namespace pmsite
