// SPDX-License-Identifier: MIT
#include "render/code_words.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string stamp(std::string_view text) { return std::string(text.substr(0, time_stamp_length(text))); }

std::string variable(std::string_view text) { return std::string(text.substr(0, variable_length(text))); }

std::string with_variables(std::string_view text) {
  CodePieces pieces(text);
  take_string_with_variables(pieces, text.size());
  return marked(std::move(pieces).finish());
}

}  // namespace

TEST_CASE("words are looked up whole") {
  constexpr std::string_view kWords[] = {"and", "or"};
  CHECK(is_listed(kWords, "or"));
  CHECK_FALSE(is_listed(kWords, "o"));
  CHECK_FALSE(is_listed(kWords, "OR"));
  CHECK(is_listed_ignoring_case(kWords, "OR"));
  CHECK_FALSE(is_listed_ignoring_case(kWords, std::string(1000, 'o')));
}

TEST_CASE("a foreign letter belongs to its word") {
  CHECK(is_code_word_byte('\xC3'));
  CHECK(is_code_word_byte('_'));
  CHECK_FALSE(is_code_word_byte('-'));
}

TEST_CASE("a line ends before its line feed, and a text may end without one") {
  CHECK(line_length("ab\nc") == 2);
  CHECK(line_length("ab") == 2);
  CHECK(next_byte(" \tx") == 'x');
  CHECK(next_byte("  ") == '\n');
}

TEST_CASE("a number is a number from end to end") {
  for (const auto word : {"0", "12", "0.5", "-3", "+3", "1_000", "0xFF", "1e9", "2.5e-3", "1E+3"})
    CHECK_MESSAGE(is_code_number(word), word);
  for (const auto word :
       {"", "-", "5.", ".5", "1.2.3", "0x", "0xg", "1e", "1e-", "12a", "10.0.0.1", "2024-03-05"})
    CHECK_FALSE_MESSAGE(is_code_number(word), word);
}

TEST_CASE("a measure may have units") {
  for (const auto word : {"30s", "512MB", "5Gi", "80%", "1h30m", "1.5GiB", "500m", "7", "10µs"})
    CHECK_MESSAGE(is_measure(word), word);
  for (const auto word : {"30x", "s30", "1h30", "5 s", "%", "10.0.0.1", "12:30", "1h-2h"})
    CHECK_FALSE_MESSAGE(is_measure(word), word);
}

TEST_CASE("time stamps are those of ISO 8601, syslog, Apache and bare clocks") {
  for (const auto whole :
       {"2024-03-05T14:02:11.123Z", "2024-03-05 14:02:11,123", "2024-03-05T14:02:11+01:00",
        "2024-03-05 14:02", "2024-03-05 14:02:11 UTC", "2024/03/05 14:02:11", "Mar  5 14:02:11",
        "Mar 15 14:02:11", "Mar 5 14:02:11", "05/Mar/2024:14:02:11 +0100", "14:02:11", "14:02:11.5"})
    CHECK(stamp(whole) == whole);
  CHECK(stamp("14:02:11: it broke") == "14:02:11");
  CHECK(stamp("2024-03-05 14:02:11 -1 row") == "2024-03-05 14:02:11");
}

TEST_CASE("what only resembles a time stamp is none") {
  for (const auto text : {"2024-03-05", "14:02", "00:11:22:33:44:55", "99:02:11", "14:72:11",
                          "Mon  5 14:02:11", "14:02:11x", "2024-03-05T", "", "1.2.3"})
    CHECK(stamp(text) == "");
}

TEST_CASE("variables of a shell are names, numbers, signs, and what stands in braces") {
  CHECK(variable("$name rest") == "$name");
  CHECK(variable("$1x") == "$1");
  CHECK(variable("$?") == "$?");
  CHECK(variable("${a:-${b}} c") == "${a:-${b}}");
  CHECK(variable("${a\n}") == "");
  CHECK(variable("$(date)") == "");
  CHECK(variable("$") == "");
  CHECK(variable("$ x") == "");
  CHECK(variable("${" + std::string(1000, 'a') + "}") == "");
}

TEST_CASE("a string shows its variables, but not those that are escaped") {
  CHECK(with_variables("\"a $b c\"") == "«s \"a »«n $b»«s  c\"»");
  CHECK(with_variables("\"a \\$b\"") == "«s \"a \\$b\"»");
  CHECK(with_variables("$b\\") == "«n $b»«s \\»");
}

TEST_CASE("a heredoc says where it ends") {
  const auto plain = read_heredoc("<<END | sort");
  REQUIRE(plain);
  CHECK(plain->length == 5);
  CHECK(plain->body_length("a\n END\nEND\nb") == 10);
  CHECK_FALSE(plain->body_length("a\nENDS\n"));
  const auto indented = read_heredoc("<<-'END'");
  REQUIRE(indented);
  CHECK(indented->length == 8);
  CHECK(indented->body_length("\tEND") == 4);
}

TEST_CASE("what only resembles a heredoc announces none") {
  for (const auto text : {"<<< \"$x\"", "<<4", "<< ", "<<'A", "< A", "<<"}) CHECK_FALSE(read_heredoc(text));
}

}  // namespace pmsite
