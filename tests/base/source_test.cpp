// SPDX-License-Identifier: MIT
#include "base/source.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void check(std::string_view bytes, const std::string& text, const std::string& expected_faults) {
  CAPTURE(bytes);
  Diagnostics diagnostics;
  const SourceText source = clean_source("x.md", bytes, diagnostics);
  CHECK(source.path == "x.md");
  CHECK(source.text == text);
  CHECK(faults(diagnostics) == expected_faults);
}

void check_clean(std::string_view bytes, const std::string& text) { check(bytes, text, ""); }

/// `bytes` stand behind "ok\nab": each of them is replaced, and the first is reported.
void check_refused(const std::string& bytes, const std::string& message) {
  std::string replaced;
  for (std::size_t i = 0; i < bytes.size(); ++i) replaced += kReplacement;
  check("ok\nab" + bytes + "c", "ok\nab" + replaced + "c", "2:3 source-encoding: " + message);
}

}  // namespace

TEST_CASE("plain UTF-8 is kept as it is") {
  check_clean("", "");
  check_clean("a\tb\n\xC3\xBC \xE2\x82\xAC \xF0\x9F\x9A\x80", "a\tb\n\xC3\xBC \xE2\x82\xAC \xF0\x9F\x9A\x80");
}

TEST_CASE("the edges of what UTF-8 allows are kept") {
  for (const std::string edge : {"\x7E", "\xC2\xA0", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                 "\xEE\x80\x80", "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    check_clean(edge, edge);
}

TEST_CASE("a byte order mark at the beginning is dropped") {
  check_clean("\xEF\xBB\xBF---\n", "---\n");
  check("\xEF\xBB\xBF\x01", std::string(kReplacement), "1:1 source-encoding: control character U+0001");
}

TEST_CASE("CRLF becomes LF and does not shift positions") {
  check_clean("a\r\nb\r\n", "a\nb\n");
  check("a\r\nb\x07", "a\nb\xEF\xBF\xBD", "2:2 source-encoding: control character U+0007");
}

TEST_CASE("a carriage return alone is reported") {
  check_refused("\r", "a carriage return without a line feed");
  check("a\r\r\nb", "a\xEF\xBF\xBD\nb", "1:2 source-encoding: a carriage return without a line feed");
  check("a\r", "a\xEF\xBF\xBD", "1:2 source-encoding: a carriage return without a line feed");
}

TEST_CASE("control characters are reported by name") {
  check_refused(std::string(1, '\0'), "control character U+0000");
  check_refused("\x1B", "control character U+001B");
  check_refused("\x7F", "control character U+007F");
}

TEST_CASE("bytes that are not UTF-8 are reported by value") {
  check_refused("\xFF", "byte 0xFF is not valid UTF-8");
  check_refused("\x80", "byte 0x80 is not valid UTF-8");
  check_refused("\xF5\x80\x80\x80", "byte 0xF5 is not valid UTF-8");
  check_refused("\xE4", "byte 0xE4 is not valid UTF-8");
}

TEST_CASE("overlong forms are refused") {
  check_refused("\xC0\x80", "byte 0xC0 is not valid UTF-8");
  check_refused("\xC1\xBF", "byte 0xC1 is not valid UTF-8");
  check_refused("\xE0\x9F\xBF", "byte 0xE0 is not valid UTF-8");
  check_refused("\xF0\x8F\xBF\xBF", "byte 0xF0 is not valid UTF-8");
}

TEST_CASE("surrogates and code points above U+10FFFF are refused") {
  check_refused("\xED\xA0\x80", "byte 0xED is not valid UTF-8");
  check_refused("\xED\xBF\xBF", "byte 0xED is not valid UTF-8");
  check_refused("\xF4\x90\x80\x80", "byte 0xF4 is not valid UTF-8");
}

TEST_CASE("a character cut off at the end of the file is refused") {
  check("a\xE2\x82", "a\xEF\xBF\xBD\xEF\xBF\xBD", "1:2 source-encoding: byte 0xE2 is not valid UTF-8");
  check("\xF0\x9F\x9A", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
        "1:1 source-encoding: byte 0xF0 is not valid UTF-8");
}

TEST_CASE("code points that no feed can carry are refused") {
  check("\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD",
        "1:1 source-encoding: a code point that is not a character");
}

TEST_CASE("only the first fault of a file is reported") {
  check("a\n\x01\xFF\r", "a\n\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
        "2:1 source-encoding: control character U+0001");
}

TEST_CASE("control characters that markup makes are replaced, tabs and line feeds are not") {
  CHECK(without_controls("a\tb\nc \xC3\xBC") == "a\tb\nc \xC3\xBC");
  CHECK(without_controls("a\x01z\x7F\r") == "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(without_controls("").empty());
  // Characters that XML refuses even by number.
  CHECK(without_controls("a\xEF\xBF\xBE\xEF\xBF\xBFz") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST_CASE("a UTF-8 sequence is measured at the front of the bytes") {
  CHECK(utf8_length("ab") == 1);
  CHECK(utf8_length("\xC3\xBCz") == 2);
  CHECK(utf8_length("\xE2\x82\xAC\xE2") == 3);
  CHECK(utf8_length("\xF0\x9F\x9A\x80") == 4);
  CHECK(utf8_length("\xF0\x9F\x9A") == 0);
  CHECK(utf8_length("\xBC") == 0);
}

TEST_CASE("characters are counted as code points") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("a\xC3\xBC\xE2\x82\xAC\xF0\x9F\x9A\x80") == 4);
}

TEST_CASE("words are found where they first stand on some lines, else the first of these lines is meant") {
  const SourceText source{"x.md", "one two\ntwo\n  three two\n"};
  CHECK(source.find("two", 1, 3) == span_on_line(1, 5, 3));
  CHECK(source.find("two", 2, 3) == span_on_line(2, 1, 3));
  CHECK(source.find("three", 1, 3) == span_on_line(3, 3, 5));
  CHECK(source.find("three", 1, 2) == span_on_line(1, 1, 7));
  CHECK(source.find("one\ntwo", 1, 3) == span_on_line(1, 1, 7));
}

TEST_CASE("a line of a source is found by its number") {
  const SourceText source{"x.md", "one\n\nthree"};
  CHECK(std::string(source.line(1)) == "one");
  CHECK(source.line(2).empty());
  CHECK(std::string(source.line(3)) == "three");
  CHECK(source.line(4).empty());
  CHECK(source.line(1000).empty());
}

TEST_CASE("what a terminal would obey is spelt out, and nothing else") {
  CHECK(printable("caf\xC3\xA9 \xE2\x80\x94 14:05") == "caf\xC3\xA9 \xE2\x80\x94 14:05");
  CHECK(printable("a\x1b[31mb\n") == "a\\x1b[31mb\\x0a");
  CHECK(printable("a\x7f\xC2\x9B") == "a\\x7f\\xc2\\x9b");
  CHECK(printable("\xE2\x80\xAE\xE2\x81\xA6") == "\\xe2\\x80\\xae\\xe2\\x81\\xa6");
  CHECK(printable("\xFFx\xC3") == "\\xffx\\xc3");
}

}  // namespace pmsite
