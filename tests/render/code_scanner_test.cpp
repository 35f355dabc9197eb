// SPDX-License-Identifier: MIT
#include "render/code_scanner.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace pmsite {
namespace {

using Escape = CodeSpan::Escape;

std::string scanned(const CodeSyntax& syntax, std::string_view code) {
  CodePieces pieces(code);
  scan_code(syntax, pieces, code.size());
  return marked(std::move(pieces).finish());
}

/// A code whose only strings are those between apostrophes, with this way to write an apostrophe inside.
std::string quoted(Escape escape, std::string_view code) {
  const CodeSpan spans[] = {{.open = "'", .close = "'", .escape = escape}};
  return scanned({.spans = spans}, code);
}

}  // namespace

TEST_CASE("each language has its way to write a quote inside of a string") {
  CHECK(quoted(Escape::none, "'a\\'b") == "«s 'a\\'»b");
  CHECK(quoted(Escape::backslash, "'a\\'b' c") == "«s 'a\\'b'» c");
  CHECK(quoted(Escape::doubled, "'it''s' '' c") == "«s 'it''s'» «s ''» c");
  CHECK(quoted(Escape::backslash_or_doubled, "'a\\'b''c' d") == "«s 'a\\'b''c'» d");
  CHECK(quoted(Escape::backslash_in_word, "'it\\'s' like '\\' x") == "«s 'it\\'s'» like «s '\\'» x");
}

TEST_CASE("what is not closed begins nothing") {
  CHECK(quoted(Escape::backslash, "'a\n'b' '\\'") == "'a\n«s 'b'» '\\'");
  const CodeSpan comments[] = {
      {.kind = TokenKind::comment, .open = "/*", .close = "*/", .may_span_lines = true}};
  CHECK(scanned({.spans = comments}, "/* a\n */ /* b\n") == "«c /* a\n */» /* b\n");
}

TEST_CASE("a span may have to stand apart") {
  const CodeSpan spans[] = {{.kind = TokenKind::comment, .open = "#", .close = "", .stands_apart = true}};
  CHECK(scanned({.spans = spans}, "a#b #c\n#d") == "a#b «c #c»\n«c #d»");
}

TEST_CASE("keywords are whole words, and no members") {
  constexpr std::string_view kWords[] = {"if"};
  CHECK(scanned({.keywords = kWords}, "if iff a.if if.a _if IF éif") == "«k if» iff a.if if.a _if IF éif");
  CHECK(scanned({.keywords = kWords, .ignores_case = true}, "IF") == "«k IF»");
  CHECK(scanned({.keywords = kWords, .word_bytes = "$"}, "if$ $if if") == "if$ $if «k if»");
}

TEST_CASE("numbers are whole words too") {
  CHECK(scanned({}, "1 2.5 1e-3 0xFF a1 1a 1.2.3 -4") ==
        "«m 1» «m 2.5» «m 1e-3» «m 0xFF» a1 1a 1.2.3 -«m 4»");
  CHECK(scanned({.has_signed_numbers = true}, "-4 a-b") == "«m -4» a-b");
  CHECK(scanned({.has_units = true}, "[5m] 5x") == "[«m 5m»] 5x");
}

TEST_CASE("a mark behind a word or string makes a name of it") {
  constexpr std::string_view kMarks[] = {":"};
  const CodeSpan spans[] = {{.open = "\"", .close = "\""}};
  CHECK(scanned({.spans = spans, .name_marks = kMarks}, "\"a\" : \"b\", c: d, \"e: f\n") ==
        "«n \"a\"» : «s \"b\"», «n c»: d, \"e: f\n");
}

TEST_CASE("only what it is given is scanned") {
  CodePieces pieces("12 34");
  scan_code({}, pieces, 4);
  CHECK(pieces.rest() == "4");
  CHECK(marked(std::move(pieces).finish()) == "«m 12» «m 3»4");
}

}  // namespace pmsite
