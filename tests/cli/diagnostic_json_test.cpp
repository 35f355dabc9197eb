// SPDX-License-Identifier: MIT
#include "cli/diagnostic_json.hpp"

#include "cli/version.hpp"
#include "engine/json.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr Rule kError{"some-rule", Level::error, "Why."};
constexpr Rule kWarning{"other-rule", Level::warning, "Why."};

std::string report(const std::vector<Diagnostic>& diagnostics, const std::string& text) {
  const SourceText source("x.md", text);
  const auto placed = place_in(source, diagnostics);
  return findings_as_json({placed, 14, {}});
}

}  // namespace

TEST_CASE("the report has the program's version, a summary and each diagnostic with its place") {
  CHECK(report({{&kError, "content/posts/x.md", span_on_line(2, 4, 2), "it is wrong", "do it right"}},
               "a\nüb cd\n") == R"({
  "version": ")" + std::string(program_version()) +
                                    R"(",
  "summary": {
    "posts": 14,
    "errors": 1,
    "warnings": 0
  },
  "diagnostics": [
    {
      "rule": "some-rule",
      "level": "error",
      "file": "content/posts/x.md",
      "line": 2,
      "column": 3,
      "end_line": 2,
      "end_column": 5,
      "message": "it is wrong",
      "help": "do it right"
    }
  ]
}
)");
}

TEST_CASE("a report of nothing is a whole report") {
  const auto json = parse_json(report({}, ""));
  REQUIRE(json);
  CHECK(at(*json, "diagnostics").get_if<Value::List>()->empty());
  CHECK(*at(*json, "summary.posts").get_if<std::int64_t>() == 14);
}

TEST_CASE("levels are those of the diagnostics: what is only advised is a note and no error") {
  Diagnostic advice{&kError, "x.md", span_on_line(1, 1, 1), "a", ""};
  advice.advised = true;
  const auto json = parse_json(report({advice, {&kWarning, "x.md", span_on_line(1, 2, 1), "b", ""}}, "abc"));
  REQUIRE(json);
  CHECK(column(at(*json, "diagnostics"), "level") == "note|warning");
  CHECK(*at(*json, "summary.errors").get_if<std::int64_t>() == 0);
  CHECK(*at(*json, "summary.warnings").get_if<std::int64_t>() == 1);
}

TEST_CASE("whatever an author wrote, the report is JSON") {
  const std::string text = "quote \" backslash \\ escape \x1b newline \n bytes \xFF\xC3 end \u202E";
  const auto json = parse_json(report({{&kError, text + ".md", span_on_line(1, 1, 1), text, text}}, "abc"));
  REQUIRE(json);
  CHECK(text_at(at(*json, "diagnostics").get_if<Value::List>()->at(0), "message")
            .starts_with("quote \" backslash \\ escape \x1b newline \n bytes "));
}

}  // namespace pmsite
