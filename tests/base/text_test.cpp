// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

using Pieces = std::vector<std::string>;

Pieces pieces_of(std::string_view text) {
  const auto views = split(text, ',');
  return {views.begin(), views.end()};
}

}  // namespace

TEST_CASE("trimming takes blanks and tabs off both ends only") {
  CHECK(std::string(trim(" \t a b\t ")) == "a b");
  CHECK(trim(" \t").empty());
  CHECK(trim("").empty());
  CHECK(std::string(trim("\n a \n")) == "\n a \n");
}

TEST_CASE("splitting keeps empty pieces") {
  CHECK(pieces_of("a,,b") == Pieces{"a", "", "b"});
  CHECK(pieces_of("") == Pieces{""});
  CHECK(pieces_of(",") == Pieces{"", ""});
  CHECK(pieces_of("abc") == Pieces{"abc"});
}

TEST_CASE("pieces are joined with the separator between them") {
  CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
  CHECK(join({"a", "a"}, "-") == "a-a");
  CHECK(join({"a"}, ", ") == "a");
  CHECK(join({}, ", ").empty());
}

TEST_CASE("only ASCII letters are lowered") {
  CHECK(to_lower("ABC-xyz \xC3\x84 [Z]") == "abc-xyz \xC3\x84 [z]");
}

TEST_CASE("texts are compared without the case of ASCII letters") {
  CHECK(equal_ignoring_case("Ada", "aDA"));
  CHECK_FALSE(equal_ignoring_case("Ada", "Adam"));
  CHECK_FALSE(equal_ignoring_case("\xC3\x84", "\xC3\xA4"));
}

TEST_CASE("letters and digits are those of ASCII") {
  CHECK(is_letter('a'));
  CHECK(is_letter('Z'));
  CHECK_FALSE(is_letter('@'));
  CHECK_FALSE(is_letter('['));
  CHECK_FALSE(is_letter('`'));
  CHECK_FALSE(is_letter('{'));
  CHECK_FALSE(is_letter('\xC4'));
  CHECK(is_digit('0'));
  CHECK(is_digit('9'));
  CHECK_FALSE(is_digit('/'));
  CHECK_FALSE(is_digit(':'));
  CHECK(is_space('\n'));
  CHECK(is_space('\t'));
  CHECK_FALSE(is_space('\xA0'));
}

TEST_CASE("a number is digits and nothing else") {
  CHECK(parse_digits("0") == 0);
  CHECK(parse_digits("007") == 7);
  CHECK(parse_digits("999999999") == 999'999'999);
  for (const std::string wrong : {"", "-1", "+1", " 1", "1 ", "1.0", "0x1", "1000000000", "\xD9\xA1"}) {
    CAPTURE(wrong);
    CHECK(parse_digits(wrong) == -1);
  }
}

TEST_CASE("a count and its noun agree") {
  CHECK(counted(0, "post") == "0 posts");
  CHECK(counted(1, "post") == "1 post");
  CHECK(counted(2, "post") == "2 posts");
}

TEST_CASE("a slug has lower-case letters and digits with single hyphens") {
  CHECK(slugify("Checkout returned 502!") == "checkout-returned-502");
  CHECK(slugify("  --a__b--  ") == "a-b");
  CHECK(slugify("Z\xC3\xBCrich caf\xC3\xA9") == "z-rich-caf");
  CHECK(slugify("../../etc/passwd") == "etc-passwd");
  CHECK(slugify("\xE2\x82\xAC !").empty());
  CHECK(slugify("").empty());
}

TEST_CASE("a slug is at most 100 bytes and does not end in a hyphen") {
  CHECK(slugify(std::string(150, 'a')) == std::string(100, 'a'));
  CHECK(slugify(std::string(99, 'a') + " b") == std::string(99, 'a'));
}

TEST_CASE("a slug is recognised") {
  CHECK(is_slug("checkout-502"));
  CHECK(is_slug("7"));
  for (const std::string wrong : {"", "-a", "a-", "a--b", "A", "a b", "a_b", "a/b", "..", "\xC3\xA4"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_slug(wrong));
  }
  CHECK(is_slug(std::string(100, 'a')));
  CHECK_FALSE(is_slug(std::string(101, 'a')));
}

TEST_CASE("words are counted as a reader counts them") {
  CHECK(count_words("") == 0);
  CHECK(count_words(" \n\t") == 0);
  CHECK(count_words("one two\nthree\tfour  five") == 5);
  CHECK(count_words("don't re-read 5% of v1.2") == 5);
  CHECK(count_words("\xC3\x9C"
                    "ber \xE6\x97\xA5\xE6\x9C\xAC") == 2);
}

TEST_CASE("punctuation that stands alone is not a word") {
  CHECK(count_words("a - b") == 2);
  CHECK(count_words("37 % & more ...") == 2);
  CHECK(count_words("a \xE2\x80\x93 b \xE2\x80\x94 c") == 3);
}

}  // namespace pmsite
