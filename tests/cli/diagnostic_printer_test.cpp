// SPDX-License-Identifier: MIT
#include "cli/diagnostic_printer.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

constexpr Rule kError{"some-rule", Level::error, "Why."};
constexpr Rule kWarning{"other-rule", Level::warning, "Why."};

Diagnostic error_at(Span at, std::string message = "it is wrong", std::string help = {}) {
  return {&kError, "content/posts/x.md", at, std::move(message), std::move(help)};
}

/// `line` is the author's, whatever its number.
std::string format(const Diagnostic& diagnostic, std::string_view line, Coloring coloring) {
  const auto above = static_cast<std::size_t>(diagnostic.at.begin.line - 1);
  const SourceText source(diagnostic.file, std::string(above, '\n') + std::string(line));
  return format_diagnostic(place_in(source, {diagnostic}).at(0), coloring);
}

std::string plain(const Diagnostic& diagnostic, std::string_view line) {
  return format(diagnostic, line, Coloring::plain);
}

/// The author's line and the one below it, as printed.
std::string excerpt(Span at, std::string_view line) {
  const std::string text = plain(error_at(at), line);
  const auto begin = text.find(" | ") + 3;
  const auto end = text.find('\n', begin);
  const auto marks = text.find("| ", end + 1) + 2;
  return text.substr(begin, end - begin) + "\n" + text.substr(marks, text.find('\n', marks) - marks);
}

}  // namespace

TEST_CASE("a diagnostic says what, where, with the line and the place underlined, and what to do") {
  CHECK(
      plain(error_at(span_on_line(32, 3, 5), "entry is earlier than the one on line 31", "sort the timeline"),
            "- 10:05 CET - **Acknowledged**.") ==
      "error[some-rule]: entry is earlier than the one on line 31\n"
      "  --> content/posts/x.md:32:3\n"
      "   |\n"
      "32 | - 10:05 CET - **Acknowledged**.\n"
      "   |   ^^^^^\n"
      "   = help: sort the timeline\n");
}

TEST_CASE("a warning says so; without help there is no line for it") {
  CHECK(plain({&kWarning, "x.md", span_on_line(1, 1, 3), "odd", ""}, "abc def") ==
        "warning[other-rule]: odd\n"
        " --> x.md:1:1\n"
        "  |\n"
        "1 | abc def\n"
        "  | ^^^\n");
}

TEST_CASE("what a profile only advises is a note") {
  Diagnostic advice = error_at(span_on_line(1, 1, 3), "odd");
  advice.advised = true;
  CHECK(plain(advice, "abc def").starts_with("note[some-rule]: odd\n --> content/posts/x.md:1:1\n"));
  CHECK(format(advice, "x", Coloring::colored).starts_with("\x1b[1;36mnote[some-rule]\x1b[0m: "));
}

TEST_CASE("without a line to show, only the place is named") {
  CHECK(plain(error_at(span_on_line(7, 1, 0), "it is wrong", "do it right"), "") ==
        "error[some-rule]: it is wrong\n"
        " --> content/posts/x.md:7:1\n"
        "  = help: do it right\n");
  CHECK(plain(error_at(span_on_line(7, 1, 0)), "   \t").find("|") == std::string::npos);
}

TEST_CASE("a place without length means the whole line") {
  CHECK(excerpt(span_on_line(1, 1, 0), "  title: x  ") == "  title: x  \n  ^^^^^^^^");
  CHECK(plain(error_at(span_on_line(1, 1, 0)), "  title: x").find("x.md:1:3\n") != std::string::npos);
}

TEST_CASE("columns and underlines count characters, not bytes") {
  CHECK(excerpt(span_on_line(1, 8, 3), "äöü: <b>") == "äöü: <b>\n    ^^^");
  CHECK(plain(error_at(span_on_line(1, 8, 3)), "äöü: <b>").find("x.md:1:5\n") != std::string::npos);
  CHECK(excerpt(span_on_line(1, 1, 6), "äöü: <b>") == "äöü: <b>\n^^^");
}

TEST_CASE("tabs are shown as blanks, so that the underline fits") {
  CHECK(excerpt(span_on_line(1, 3, 1), "\t\tx") == "  x\n  ^");
}

TEST_CASE("a place that spans lines is underlined to the end of the first") {
  CHECK(excerpt({{1, 3}, {4, 2}}, "abcdef") == "abcdef\n  ^^^^");
}

TEST_CASE("a place behind the end of the line is shown there") {
  CHECK(excerpt(span_on_line(1, 4, 1), "abc") == "abc\n   ^");
  CHECK(excerpt(span_on_line(1, 90, 5), "abc") == "abc\n   ^");
}

TEST_CASE("a line of 100 characters is shown whole") {
  const std::string line(100, 'x');
  CHECK(excerpt(span_on_line(1, 1, 1), line) == line + "\n^");
}

TEST_CASE("a longer line is cut behind the place") {
  CHECK(excerpt(span_on_line(1, 2, 3), std::string(150, 'x')) == std::string(100, 'x') + "…\n ^^^");
  CHECK(excerpt(span_on_line(1, 76, 3), std::string(150, 'x')) ==
        std::string(100, 'x') + "…\n" + std::string(75, ' ') + "^^^");
}

TEST_CASE("a place far to the right is shown with a few words before it") {
  const std::string line = std::string(200, 'a') + "HERE" + std::string(200, 'z');
  CHECK(excerpt(span_on_line(1, 201, 4), line) ==
        "…" + std::string(25, 'a') + "HERE" + std::string(71, 'z') + "…\n" + std::string(26, ' ') + "^^^^");
  CHECK(excerpt(span_on_line(1, 201, 4), std::string(200, 'a') + "HERE") ==
        "…" + std::string(25, 'a') + "HERE\n" + std::string(26, ' ') + "^^^^");
}

TEST_CASE("an underline does not run on behind a line that was cut") {
  const std::string text = excerpt(span_on_line(1, 51, 300), std::string(400, 'x'));
  CHECK(text == std::string(100, 'x') + "…\n" + std::string(50, ' ') + std::string(50, '^'));
}

TEST_CASE("long lines are cut between characters") {
  std::string line;
  for (int i = 0; i < 150; ++i) line += "ü";
  const std::string text = excerpt(span_on_line(1, 1, 2), line);
  CHECK(count_of(text, "ü") == 100);
  CHECK(text.ends_with("…\n^"));
}

TEST_CASE("of a line of a megabyte no more is looked at than is shown") {
  const std::string line(1'000'000, 'x');
  const SourceText source("x.md", line);
  std::vector<Diagnostic> many;
  for (int i = 0; i < 5'000; ++i) many.push_back(error_at(span_on_line(1, 1 + i * 200, 3)));
  std::size_t bytes = 0;
  for (const auto& placed : place_in(source, many))
    bytes += format_diagnostic(placed, Coloring::plain).size();
  CHECK(bytes > 5'000 * 200);
  CHECK(bytes < 5'000 * 400);
}

TEST_CASE("colours surround what they mean and nothing else") {
  CHECK(format(error_at(span_on_line(1, 1, 1), "bad", "better"), "x", Coloring::colored) ==
        "\x1b[1;31merror[some-rule]\x1b[0m: \x1b[1mbad\x1b[0m\n"
        " \x1b[1;34m-->\x1b[0m content/posts/x.md:1:1\n"
        "  \x1b[1;34m|\x1b[0m\n"
        "\x1b[1;34m1 |\x1b[0m x\n"
        "  \x1b[1;34m|\x1b[0m \x1b[1;31m^\x1b[0m\n"
        "  \x1b[1;34m=\x1b[0m help: better\n");
  CHECK(format({&kWarning, "x.md", span_on_line(1, 1, 1), "odd", ""}, "x", Coloring::colored)
            .starts_with("\x1b[1;33mwarning[other-rule]\x1b[0m: "));
}

TEST_CASE("what a terminal would obey is shown, not obeyed") {
  Diagnostic diagnostic = error_at(span_on_line(1, 1, 1), "no \x1b[31m\x07 here", "not \x7f");
  diagnostic.file = "a\x1b]0;title\x07\nb.md";
  const std::string text = plain(diagnostic, "x");
  CHECK(text ==
        "error[some-rule]: no \\x1b[31m\\x07 here\n"
        " --> a\\x1b]0;title\\x07\\x0ab.md:1:1\n"
        "  |\n1 | x\n  | ^\n"
        "  = help: not \\x7f\n");
}

TEST_CASE("control characters above ASCII are shown as well: terminals obey them too") {
  Diagnostic diagnostic = error_at(span_on_line(1, 1, 1),
                                   "csi \xC2\x9B"
                                   "31m");
  CHECK(plain(diagnostic, "x").starts_with("error[some-rule]: csi \\xc2\\x9b31m\n"));
}

TEST_CASE("characters that turn the direction of text are shown, in names, messages and the author's line") {
  Diagnostic diagnostic = error_at(span_on_line(1, 1, 1), "a\u202Eb\u2066c\u2069d");
  diagnostic.file = "gpj\u202E.md";
  const std::string text = plain(diagnostic, "x\u202Ay");
  CHECK(text.find("a\\xe2\\x80\\xaeb\\xe2\\x81\\xa6c\\xe2\\x81\\xa9d\n") != std::string::npos);
  CHECK(text.find("gpj\\xe2\\x80\\xae.md:1:1\n") != std::string::npos);
  CHECK(text.find("1 | x\\xe2\\x80\\xaay\n") != std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 are shown") {
  Diagnostic diagnostic = error_at(span_on_line(1, 1, 1));
  diagnostic.file = "a\xFF\xC3.md";
  CHECK(plain(diagnostic, "x").find("a\\xff\\xc3.md:1:1\n") != std::string::npos);
}

TEST_CASE("the underline stands below its place also behind characters that were spelt out") {
  CHECK(excerpt(span_on_line(1, 5, 2),
                "a\u202E"
                "bc") == "a\\xe2\\x80\\xaebc\n             ^^");
}

}  // namespace pmsite
