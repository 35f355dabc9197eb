// SPDX-License-Identifier: MIT
#include "prose/scan.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

TEST_CASE("a byte behind the end is NUL") {
  CHECK(byte_at("ab", 1) == 'b');
  CHECK(byte_at("ab", 2) == '\0');
  CHECK(byte_at("", 7) == '\0');
}

TEST_CASE("letters and digits of ASCII are word bytes") {
  CHECK(is_word_byte("a", 0));
  CHECK(is_word_byte("Z9", 1));
  CHECK_FALSE(is_word_byte("_", 0));
  CHECK_FALSE(is_word_byte("\xC3\xA9", 0));
  CHECK_FALSE(is_word_byte("a", 1));
}

TEST_CASE("blanks are spaces of every width, but no line break") {
  CHECK(skip_blanks("  \tx", 0) == 3);
  CHECK(skip_blanks("\xC2\xA0\xE2\x80\xAF\xE2\x80\x89x", 0) == 8);
  CHECK(skip_blanks("\nx", 0) == 0);
  CHECK(skip_blanks("\xC2\xBDx", 0) == 0);
  CHECK(skip_blanks("x", 1) == 1);
}

TEST_CASE("a gap holds blanks, emphasis and one line break") {
  CHECK(skip_gap("** x", 0) == 3);
  CHECK(skip_gap("`\n x", 0) == 3);
  CHECK(skip_gap(" \n\nx", 0) == 2);
  CHECK(skip_gap("-x", 0) == 0);
  CHECK(skip_gap_back("a ** x", 5) == 1);
  CHECK(skip_gap_back("a\xC2\xA0\nx", 4) == 1);
  CHECK(skip_gap_back("a\n\nx", 3) == 2);
  CHECK(skip_gap_back("  ", 2) == 0);
}

TEST_CASE("gaps and words have an end") {
  const std::string blanks(1000, ' '), letters(1000, 'a');
  CHECK(skip_gap(blanks, 0) < 100);
  CHECK(skip_blanks(blanks, 0) < 100);
  CHECK(skip_gap_back(blanks, 1000) > 900);
  CHECK(word_at(letters, 0).size() < 100);
  CHECK(word_ending_at(letters, 1000).size() < 100);
}

TEST_CASE("dashes are known by their length") {
  CHECK(dash_length("-", 0) == 1);
  CHECK(dash_length("--", 0) == 2);
  CHECK(dash_length("----", 0) == 3);
  CHECK(dash_length("\xE2\x80\x93", 0) == 3);
  CHECK(dash_length("\xE2\x80\x94 x", 0) == 3);
  CHECK(dash_length("\xE2\x88\x92", 0) == 3);
  CHECK(dash_length("\xE2\x80\xA6", 0) == 0);
  CHECK(dash_length("\xE2\x80", 0) == 0);
  CHECK(dash_length("x", 5) == 0);
}

TEST_CASE("words are runs of letters") {
  CHECK(word_at("5 min.", 2) == "min");
  CHECK(word_at("5 min.", 0) == "");
  CHECK(word_at("a", 9) == "");
  CHECK(word_ending_at("at 10", 2) == "at");
  CHECK(word_before("at **10", 5) == "at");
  CHECK(word_before("at: 10", 4) == "");
  CHECK(word_before("at10", 2) == "");
}

TEST_CASE("words are compared without their case") {
  CHECK(is_word("NoOn", "noon"));
  CHECK_FALSE(is_word("noo", "noon"));
  CHECK(is_any_of("PM", "am", "pm"));
  CHECK_FALSE(is_any_of("", "am", "pm"));
  CHECK_FALSE(is_any_of("pmx", "am", "pm"));
  CHECK(is_any_of("PM", {"am", "pm"}));
  CHECK_FALSE(is_any_of("pmx", {"am", "pm"}));
}

TEST_CASE("a word is skipped only as a whole") {
  CHECK(skip_word("Time.", 0, "time") == 4);
  CHECK(skip_word("timer", 0, "time") == std::string_view::npos);
  CHECK(skip_word("tim", 0, "time") == std::string_view::npos);
  CHECK(skip_word("time", 4, "time") == std::string_view::npos);
}
