// SPDX-License-Identifier: MIT
#include "cli/paragraphs.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

std::string wrapped(std::string_view text, int columns) { return join(wrap(text, columns), "|"); }

}  // namespace

TEST_CASE("text is broken at blanks into lines that fit") {
  CHECK(wrapped("one two three", 13) == "one two three");
  CHECK(wrapped("one two three", 12) == "one two|three");
  CHECK(wrapped("one two three", 7) == "one two|three");
  CHECK(wrapped("one two three", 6) == "one|two|three");
  CHECK(wrapped("one  two ", 20) == "one two");
}

TEST_CASE("a word that fits no line has one of its own") {
  CHECK(wrapped("a internationalization b", 5) == "a|internationalization|b");
  CHECK(wrapped("internationalization", 1) == "internationalization");
}

TEST_CASE("characters are counted, not bytes") { CHECK(wrapped("äöü äöü äöü", 7) == "äöü äöü|äöü"); }

TEST_CASE("line ends stay, and there is always a line") {
  CHECK(wrapped("one\ntwo three", 20) == "one|two three");
  CHECK(wrapped("", 20) == "");
  CHECK(wrap("", 20).size() == 1);
  CHECK(wrapped("a\n\nb", 20) == "a||b");
}

TEST_CASE("lines are indented unless they are empty") {
  CHECK(indented("a\n  b\n\nc", "    ") == "    a\n      b\n\n    c\n");
  CHECK(indented("", "  ") == "\n");
}

}  // namespace pmsite
