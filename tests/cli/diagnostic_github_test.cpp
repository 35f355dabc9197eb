// SPDX-License-Identifier: MIT
#include "cli/diagnostic_github.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr Rule kError{"some-rule", Level::error, "Why."};
constexpr Rule kWarning{"other-rule", Level::warning, "Why."};
constexpr Rule kNote{"third-rule", Level::note, "Why."};

Diagnostic error_at(Span at, std::string message = "it is wrong", std::string help = {}) {
  return {&kError, "content/posts/x.md", at, std::move(message), std::move(help)};
}

template <class Tell> std::string told(const std::vector<Diagnostic>& diagnostics, const Tell& tell) {
  const SourceText source("content/posts/x.md", "abc def\nüb cd\n\n");
  const auto placed = place_in(source, diagnostics);
  return tell(Findings{placed, 14, {}});
}

std::string annotations(const std::vector<Diagnostic>& diagnostics) {
  return told(diagnostics, findings_as_annotations);
}

std::string summary(const std::vector<Diagnostic>& diagnostics) {
  return told(diagnostics, [](const Findings& findings) { return findings_as_summary(findings, "Found"); });
}

/// The cell with the message of a table of one.
std::string message_cell(const std::string& message, const std::string& help = {}) {
  return between(summary({error_at(span_on_line(1, 1, 1), message, help)}), "&#58;1 | ", " |\n");
}

}  // namespace

TEST_CASE("a diagnostic is one workflow command with its place in characters, its rule and help") {
  CHECK(annotations({error_at(span_on_line(2, 4, 2), "it is wrong", "do it right")}) ==
        "::error file=content/posts/x.md,line=2,endLine=2,col=3,endColumn=5,title=some-rule::it is "
        "wrong%0Ahelp: do it right\n");
  CHECK(annotations({{&kWarning, "a.md", span_on_line(1, 1, 1), "odd", ""}}) ==
        "::warning file=a.md,line=1,endLine=1,col=1,endColumn=2,title=other-rule::odd\n");
  CHECK(annotations({{&kNote, "a.md", span_on_line(1, 1, 1), "odd", ""}}).starts_with("::notice file=a.md,"));
  CHECK(annotations({}) == "");
}

TEST_CASE("errors come first, then warnings, then notes, each in their order") {
  const std::string text = annotations({{&kNote, "a.md", span_on_line(1, 1, 1), "1", ""},
                                        {&kWarning, "a.md", span_on_line(1, 1, 1), "2", ""},
                                        {&kError, "a.md", span_on_line(1, 1, 1), "3", ""},
                                        {&kWarning, "b.md", span_on_line(1, 1, 1), "4", ""},
                                        {&kError, "b.md", span_on_line(1, 1, 1), "5", ""}});
  std::string order;
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    order += text[at - 1];
  CHECK(order == "35241");
}

TEST_CASE("without a single line there are no columns") {
  CHECK(annotations({error_at({{1, 2}, {2, 3}})}).find("line=1,endLine=2,title=") != std::string::npos);
}

TEST_CASE("what would end a command or a property is escaped") {
  Diagnostic diagnostic = error_at(span_on_line(1, 1, 1), "100 % of a,b: c::error::d", "e,f: 5%");
  diagnostic.file = "a,b:c%.md";
  CHECK(annotations({diagnostic}) ==
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=2,title=some-rule::100 %25 of a,b: "
        "c::error::d%0Ahelp: e,f: 5%25\n");
}

TEST_CASE("no text of an author begins a line of its own, or speaks to the terminal of a reader") {
  Diagnostic diagnostic =
      error_at(span_on_line(1, 1, 1), "a\n::error::b\r::c\x1b[31m", "d\n::stop-commands::e");
  diagnostic.file = "a\n::error::b\r.md";
  const std::string text = annotations({diagnostic});
  CHECK(count_of(text, "\n") == 1);
  CHECK(text.find('\r') == std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("the summary is a table under a heading, errors first") {
  CHECK(summary({{&kWarning, "a.md", span_on_line(1, 1, 1), "odd", ""},
                 error_at(span_on_line(2, 1, 2), "it is wrong", "do it right")}) ==
        "### Found\n\n"
        "| level | rule | place | message |\n|---|---|---|---|\n"
        "| error | `some-rule` | content/posts/x&#46;md&#58;2&#58;1 | it is wrong<br>do it right |\n"
        "| warning | `other-rule` | a&#46;md&#58;1&#58;1 | odd |\n\n");
  CHECK(summary({}) == "### Found\n\n");
}

TEST_CASE("the summary says why a run ended early") {
  const std::vector<PlacedDiagnostic> none;
  CHECK(findings_as_summary({none, 0, "the disk is <full>"}, "Found") ==
        "### Found\n\nthe disk is &#60;full&#62;\n\n");
}

TEST_CASE("pairs of backticks in messages are code, and a single one is a backtick") {
  CHECK(message_cell("`dog` is not a value of `kind`") ==
        "<code>dog</code> is not a value of <code>kind</code>");
  CHECK(message_cell("a ` b") == "a &#96; b");
  CHECK(message_cell("`a` b ` c", "use `x`") == "<code>a</code> b &#96; c<br>use <code>x</code>");
}

TEST_CASE("what an author wrote is text in the summary, whatever Markdown or HTML would make of it") {
  for (const std::string hostile :
       {"a | b", "<img src=x onerror=alert(1)>", "</td></table>", "[x](javascript:alert(1))",
        "**b** _i_ ~~s~~", "https://evil.example", "www.evil.example", "@somebody", "#12", "&lt;", "a\nb",
        "\\| x", "$x$", ":tada:", "`</code><b>`", "![x](//evil.example/x.png)"}) {
    CAPTURE(hostile);
    const std::string cell = message_cell(hostile);
    for (const std::string mark :
         {"|", "<i", "</t", "<b", "[", "]", "*", "_", "~", "://", "www.", "@", "\n", "\\", "$", ":", "!"})
      CHECK_MESSAGE(cell.find(mark) == std::string::npos, mark, " in ", cell);
    for (auto at = cell.find('&'); at != std::string::npos; at = cell.find('&', at + 1))
      CHECK(cell.substr(at, 2) == "&#");
  }
}

TEST_CASE("a summary that GitHub would drop for its size ends early and says so") {
  std::vector<Diagnostic> many(10'000, error_at(span_on_line(1, 1, 1), std::string(200, 'x')));
  const std::string text = summary(many);
  CHECK(text.size() < 1024 * 1024);
  CHECK(text.size() > 800'000);
  const auto rows = count_of(text, "| error |");
  CHECK(text.ends_with("\n" + std::to_string(10'000 - rows) + " more are in the log of the step.\n\n"));
  many.assign(1, error_at(span_on_line(1, 1, 1), std::string(300'000, '*')));
  CHECK(summary(many).size() < 1000);
}

}  // namespace pmsite
