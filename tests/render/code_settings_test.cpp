// SPDX-License-Identifier: MIT
#include "render/code_settings.hpp"

#include "render/code_marks.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace pmsite {
namespace {

std::string settings(const SettingsSyntax& syntax, std::string_view code) {
  CodePieces pieces(code);
  scan_settings(syntax, pieces);
  return marked(std::move(pieces).finish());
}

}  // namespace

TEST_CASE("a name is what the syntax says that follows it") {
  const SettingsSyntax equals{.key_ends = "="};
  CHECK(settings(equals, "a.b = c\nd: e\nf == g\nh\n") == "«n a.b» = c\nd: e\nf == g\nh\n");
  const SettingsSyntax colons{.key_ends = "=:"};
  CHECK(settings(colons, "a: b\nhttp://c\n") == "«n a»: b\nhttp://c\n");
  const SettingsSyntax first_words{.begins_with_key = true};
  CHECK(settings(first_words, "a b\n  c;\n'd' e\n") == "«n a» b\n  «n c»;\n'd' e\n");
}

TEST_CASE("comments begin where the syntax lets them") {
  CHECK(settings({.comments = "#;"}, "# a\n  ; b\nc # d\n") == "«c # a»\n  «c ; b»\nc # d\n");
  CHECK(settings({.later_comments = "#"}, "a # b\nc#d\n") == "a «c # b»\nc#d\n");
  CHECK(settings({.has_slash_comments = true}, "a // b\nhttp://c /* d\n */ e\n/* f\n") ==
        "a «c // b»\nhttp://c «c /* d\n */» e\n/* f\n");
}

TEST_CASE("strings close on their line, and no word goes on behind them") {
  const SettingsSyntax syntax{.quotes = "\"", .raw_quotes = "'"};
  CHECK(settings(syntax, "\"a \\\" b\" 'c\\' d\n") == "«s \"a \\\" b\"» «s 'c\\'» d\n");
  CHECK(settings(syntax, "don't 'a'b \"c\n\"d\"") == "don't 'a'b \"c\n«s \"d\"»");
  CHECK(settings({}, "\"a\"") == "\"a\"");
}

TEST_CASE("a string with what it computes ends behind it") {
  const SettingsSyntax syntax{.quotes = "\"", .has_variables = true};
  CHECK(settings(syntax, "\"a ${f(\"b\")} c\" $d ${e}") == "«s \"a »«n ${f(\"b\")}»«s  c\"» «n $d» «n ${e}»");
  CHECK(settings(syntax, "\"a ${b\"") == "\"a ${b\"");
}

TEST_CASE("numbers may have units, and constants are whole values") {
  const SettingsSyntax syntax{.key_ends = "="};
  CHECK(settings(syntax, "a = 30s\nb = 10.0.0.1\nc = 4GB, 5\nd = v1\n") ==
        "«n a» = «m 30s»\n«n b» = 10.0.0.1\n«n c» = «m 4GB», «m 5»\n«n d» = v1\n");
  CHECK(settings(syntax, "a = on\nb = on call\nc = the off\n") ==
        "«n a» = «k on»\n«n b» = on call\n«n c» = the off\n");
  CHECK(settings(syntax, "a = 2024-03-05T14:02:11Z") == "«n a» = «t 2024-03-05T14:02:11Z»");
}

TEST_CASE("a section stands alone on its line, and an array is none") {
  const SettingsSyntax syntax{.comments = "#", .key_ends = "=", .quotes = "\"", .has_sections = true};
  CHECK(settings(syntax, "[a]\n[b \"c\"] # d\n[[e.f]]\n") == "«h [a]»\n«h [b \"c\"]» # d\n«h [[e.f]]»\n");
  CHECK(settings(syntax, "a = [\n  [1],\n  [2]\n]\n[3, 4]\n[5] b\n[[6]\n") ==
        "«n a» = [\n  [«m 1»],\n  [«m 2»]\n]\n[«m 3», «m 4»]\n[«m 5»] b\n[[«m 6»]\n");
}

TEST_CASE("names inside of braces stand behind { and ,") {
  const SettingsSyntax syntax{.key_ends = "=", .quotes = "\"", .has_inner_keys = true};
  CHECK(settings(syntax, "a = { b = 1, \"c\" = 2 }\nd = e, f = g\n") ==
        "«n a» = { «n b» = «m 1», «n \"c\"» = «m 2» }\n«n d» = e, f = g\n");
}

TEST_CASE("heredocs and strings in triple quotes go on over lines, if they end") {
  const SettingsSyntax heredocs{.key_ends = "=", .has_heredocs = true};
  CHECK(settings(heredocs, "a = <<-END\n  b = c\n  END\nd = e\n") ==
        "«n a» = <<-END\n«s   b = c\n  END»\n«n d» = e\n");
  CHECK(settings(heredocs, "a = <<END\nb = c\n") == "«n a» = <<END\n«n b» = c\n");
  const SettingsSyntax triples{.key_ends = "=", .quotes = "\"", .has_triple_quotes = true};
  CHECK(settings(triples, "a = \"\"\"b\nc = d\"\"\"\ne = f") ==
        "«n a» = «s \"\"\"b\nc = d\"\"\"»\n«n e» = f");
}

TEST_CASE("an instruction is a keyword in any case, and only as the first word") {
  constexpr std::string_view kInstructions[] = {"run"};
  const SettingsSyntax syntax{.instructions = kInstructions};
  CHECK(settings(syntax, "RUN run \\\n  run\nrun a\nrunning\n") ==
        "«k RUN» run \\\n  run\n«k run» a\nrunning\n");
}

}  // namespace pmsite
