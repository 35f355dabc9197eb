// SPDX-License-Identifier: MIT
#include "read/raw_marks.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// What is left of a line behind its marks.
std::string rest_of(std::string_view line) {
  take_block_marks(line);
  return std::string(line);
}

BlockMarks marks_of(std::string_view line) { return take_block_marks(line); }

}  // namespace

TEST_CASE("bullets of every kind are taken off") {
  for (const std::string line : {"- x",
                                 "* x",
                                 "+ x",
                                 "= x",
                                 "• x",
                                 "•x",
                                 "– x",
                                 "— x",
                                 "· x",
                                 "➢ x",
                                 "\xEF\x82\xB7 x",
                                 "- [ ] x",
                                 "- [x] x",
                                 "1. x",
                                 "2) x",
                                 "12\\. x",
                                 "\\- x",
                                 "- - x",
                                 "- 1. x",
                                 "1.x",
                                 "\t-\tx"}) {
    CAPTURE(line);
    CHECK(rest_of(line) == "x");
    CHECK(marks_of(line).bullet);
  }
}

TEST_CASE("a bullet without its blank and the letter of a PDF reader count where an item follows") {
  CHECK(rest_of("-10:00 Alert") == "10:00 Alert");
  CHECK(rest_of("-**10:00** Alert") == "**10:00** Alert");
  CHECK(rest_of("*10:00 Alert") == "10:00 Alert");
  CHECK(rest_of("o Alert") == "Alert");
  for (const std::string line : {"--x", "*x*", "o alert", "on call", "8.40 AM - x", "2024. x", "→", "-"}) {
    CAPTURE(line);
    CHECK((rest_of(line) == line || rest_of(line).empty()));
  }
  CHECK(rest_of("8.40 AM") == "8.40 AM");
  CHECK(rest_of("**bold**") == "**bold**");
}

TEST_CASE("quotes, indents and levels are told") {
  CHECK(marks_of("> > x").quoted);
  CHECK(rest_of("> > x") == "x");
  CHECK(marks_of("    x").indent == 4);
  CHECK(marks_of(" \tx").indent == 4);
  CHECK(marks_of("  - x").indent == 2);
  CHECK(marks_of("### Impact").level == 3);
  CHECK(rest_of("### Impact ##") == "Impact");
  CHECK(marks_of("##Impact").level == 2);
  CHECK(rest_of("- ## Impact") == "Impact");
  CHECK(marks_of("#Impact").level == 1);
  CHECK(marks_of("# C#").level == 1);
  CHECK(rest_of("# C#") == "C#");
  for (const std::string line : {"#1 rule", "#!/bin/sh", "#devops", "####### x", "x # y"}) {
    CAPTURE(line);
    CHECK(marks_of(line).level == 0);
  }
}

TEST_CASE("what a counter of words sees in the marks is counted") {
  CHECK(marks_of("1. x").words == 1);
  CHECK(marks_of("- [x] x").words == 1);
  CHECK(marks_of("- [ ] x").words == 0);
  CHECK(marks_of("- x").words == 0);
}

TEST_CASE("rules and the rulers of tables are told") {
  CHECK(rule_character("---") == '-');
  CHECK(rule_character(" * * *") == '*');
  CHECK(rule_character("=====") == '=');
  CHECK(rule_character("--") == '\0');
  CHECK(rule_character("--- x") == '\0');
  CHECK(rule_character("") == '\0');
  for (const std::string line : {"|---|---|", "--- | :--:", "+----+----+"}) CHECK(is_table_ruler(line));
  for (const std::string line : {"", "---", "| a |", "||"}) CHECK_FALSE(is_table_ruler(line));
}

}  // namespace pmsite
