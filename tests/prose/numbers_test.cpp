// SPDX-License-Identifier: MIT
#include "prose/numbers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

TEST_CASE("numbers are read in digits and in words") {
  struct Case {
    std::string_view text;
    double value;
    std::size_t length;
    bool in_words;
  };
  const Case cases[] = {
      {"53 minutes", 53, 2, false},
      {"1,200 s", 1200, 5, false},
      {"12,34", 12, 2, false},
      {"2.5 hours", 2.5, 3, false},
      {"99.9%", 99.9, 4, false},
      {"5.", 5, 1, false},
      {"0.1", 0.1, 3, false},
      {"1\xC2\xBD h", 1.5, 3, false},
      {"\xC2\xBD h", 0.5, 2, false},
      {"two hours", 2, 3, true},
      {"Nineteen", 19, 8, true},
      {"twenty-five min", 25, 11, true},
      {"twenty five min", 25, 11, true},
      {"twenty-ten", 20, 6, true},
      {"ninety minutes", 90, 6, true},
      {"a hundred percent", 100, 9, true},
      {"one hundred percent", 100, 11, true},
      {"hundred", 100, 7, true},
  };
  for (const auto& [text, value, length, in_words] : cases) {
    CAPTURE(text);
    const auto number = number_at(text);
    CHECK(number.value == value);
    CHECK(number.length == length);
    CHECK(number.in_words == in_words);
    CHECK_FALSE(number.is_article);
  }
}

TEST_CASE("an article is one, and known as an article") {
  CHECK(number_at("an hour").is_article);
  CHECK(number_at("an hour").value == 1);
  CHECK(number_at("an hour").length == 2);
  CHECK_FALSE(number_at("one hour").is_article);
}

TEST_CASE("what is no number has no length") {
  for (const std::string_view text : {"", "-5", "hour", "tent", "onerous", "1234567890", ".5", "%"}) {
    CAPTURE(text);
    CHECK(number_at(text).length == 0);
  }
}

TEST_CASE("a number does not begin inside a name, a version or an amount of money") {
  for (const std::string_view front : {"v", "1", "$", "#", "/", "1.", "10:", "1,", "node-", "a_"}) {
    CAPTURE(front);
    CHECK_FALSE(may_begin_number(std::string(front) + "5", front.size()));
  }
  for (const std::string_view front : {"", " ", "(", "~", "*", "- ", "-", ": ", ".", "\xE2\x80\x93"}) {
    CAPTURE(front);
    CHECK(may_begin_number(std::string(front) + "5", front.size()));
  }
}

TEST_CASE("words and signs tell that a number is not exact") {
  for (const std::string_view front :
       {"about ", "Around ", "nearly ", "~", "~ ", ">", "\xE2\x89\x88 ", "approx. ", "more than ",
        "less than ", "up to ", "close to ", "at least ", "at most **", "over ", "about a ", "nearly the "}) {
    CAPTURE(front);
    CHECK(is_approximate_before(std::string(front) + "5", front.size()));
  }
  for (const std::string_view front :
       {"", "for ", "rather than ", "to ", "the least ", "a ", "for a ", "about: ", "the end. "}) {
    CAPTURE(front);
    CHECK_FALSE(is_approximate_before(std::string(front) + "5", front.size()));
  }
}
