// SPDX-License-Identifier: MIT
#include "cli/diagnostic_place.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>

namespace pmsite {
namespace {

constexpr Rule kRule{"some-rule", Level::error, "Why."};

Diagnostic at(Span span, std::string file = "x.md", std::string message = "m") {
  return {&kRule, std::move(file), span, std::move(message), ""};
}

/// "1:2-1:5" a place, joined by blanks.
std::string places(const std::vector<PlacedDiagnostic>& placed) {
  std::string text;
  for (const auto& [diagnostic, place, line] : placed)
    text += fmt::format("{}{}:{}-{}:{}", text.empty() ? "" : " ", place.line, place.column, place.end_line,
                        place.end_column);
  return text;
}

std::string place(Span span, const std::string& text) {
  const SourceText source("x.md", text);
  return places(place_in(source, {at(span)}));
}

}  // namespace

TEST_CASE("columns count characters from 1, and the end is the first that is not meant") {
  CHECK(place(span_on_line(1, 1, 3), "abc def") == "1:1-1:4");
  CHECK(place(span_on_line(1, 5, 3), "abc def") == "1:5-1:8");
  CHECK(place(span_on_line(1, 8, 3), "äöü: <b>") == "1:5-1:8");
  CHECK(place(span_on_line(1, 1, 6), "äöü: <b>") == "1:1-1:4");
  CHECK(place(span_on_line(1, 2, 4), "a\U0001F600b") == "1:2-1:3");
  CHECK(place(span_on_line(1, 2, 1), "\tx") == "1:2-1:3");
}

TEST_CASE("a span without length is its whole line without the blanks around it") {
  CHECK(place(span_on_line(1, 1, 0), "  title: ü  ") == "1:3-1:11");
  CHECK(place(span_on_line(2, 5, 0), "a\n\tb") == "2:2-2:3");
  CHECK(place(span_on_line(1, 1, 0), "") == "1:1-1:1");
  CHECK(place(span_on_line(1, 1, 0), "   ") == "1:1-1:1");
}

TEST_CASE("a span of several lines ends on the last") {
  CHECK(place({{1, 3}, {3, 4}}, "abcdef\nb\nüü") == "1:3-3:3");
}

TEST_CASE("what lies behind the line or the file ends with it") {
  CHECK(place(span_on_line(1, 90, 5), "abc") == "1:4-1:4");
  CHECK(place(span_on_line(1, 2, 90), "abc") == "1:2-1:4");
  CHECK(place(span_on_line(7, 3, 2), "abc") == "7:1-7:1");
}

TEST_CASE("a place that ends before it begins, or has no column, is still a place") {
  CHECK(place({{1, 3}, {1, 1}}, "abcdef") == "1:3-1:3");
  CHECK(place({{1, 0}, {1, 2}}, "abcdef") == "1:1-1:2");
}

TEST_CASE("many places of one line are counted as each alone") {
  const SourceText source("x.md", "äb cü d\nü e");
  CHECK(places(place_in(source,
                        {at(span_on_line(1, 1, 3)), at(span_on_line(1, 1, 11)), at(span_on_line(1, 5, 1)),
                         at(span_on_line(1, 5, 3)), at(span_on_line(2, 4, 1)), at(span_on_line(1, 9, 1))})) ==
        "1:1-1:3 1:1-1:8 1:4-1:5 1:4-1:6 2:3-2:4 1:7-1:8");
}

TEST_CASE("each diagnostic gets its line out of its own file, without the byte order mark") {
  const TemporaryFolder folder;
  folder.write("content/posts/a.md", "\xEF\xBB\xBFone\r\ntwo\r\n");
  folder.write("content/posts/b.md", "other\n");
  const auto placed = place_diagnostics(
      {at(span_on_line(1, 1, 1), "content/posts/a.md"), at(span_on_line(2, 1, 0), "content/posts/a.md"),
       at(span_on_line(1, 2, 1), "content/posts/b.md")},
      folder.path());
  REQUIRE(placed.items.size() == 3);
  CHECK(placed.items[0].line == "one");
  CHECK(placed.items[1].line == "two");
  CHECK(placed.items[1].diagnostic.at == span_on_line(2, 1, 3));
  CHECK(placed.items[2].line == "other");
  CHECK(places(placed.items) == "1:1-1:2 2:1-2:4 1:2-1:3");
}

TEST_CASE("nothing of a file that is a link, or is not there, is read") {
  const TemporaryFolder folder;
  folder.write("secret", "password\n");
  std::filesystem::create_symlink(folder.path() / "secret", folder.path() / "x.md");
  const auto placed = place_diagnostics(
      {at(span_on_line(1, 1, 0), "none.md"), at(span_on_line(1, 2, 3), "x.md")}, folder.path());
  CHECK(placed.items[0].line == "");
  CHECK(placed.items[1].line == "");
  CHECK(places(placed.items) == "1:1-1:1 1:1-1:1");
}

TEST_CASE("a secret is starred in the line, whatever was found there") {
  const TemporaryFolder folder;
  folder.write("x.md", "one\nmysql --password=hunter22xyz9 shop\n");
  const auto placed = place_diagnostics({at(span_on_line(2, 1, 5))}, folder.path());
  REQUIRE(placed.items.size() == 1);
  CHECK(placed.items[0].line == "mysql --password=************ shop");
}

}  // namespace pmsite
