// SPDX-License-Identifier: MIT
#include "engine/yaml.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace pmsite::yaml {
namespace {

std::string place(const Span& span) { return fmt::format("{}:{}", span.begin.line, span.begin.column); }

/// A value with all positions: `{a@2:1: "x"@2:4, l@3:1: [1@3:5]@3:4}@2:1`; quoted texts are in quotes.
std::string written(const Value& value) {
  std::string inside;
  const auto next = [&inside](const std::string& element) {
    inside += (inside.empty() ? "" : ", ") + element;
  };
  for (const auto& item : value.items) next(written(item));
  for (const auto& entry : value.entries)
    next(fmt::format("{}@{}: {}", entry.key.value, place(entry.key.at), written(entry.value)));
  switch (value.kind) {
    case Kind::null:
      return "null@" + place(value.at);
    case Kind::scalar:
      return (value.quoted ? '"' + value.text + '"' : value.text) + "@" + place(value.at);
    case Kind::list:
      return "[" + inside + "]@" + place(value.at);
    case Kind::map:
      return "{" + inside + "}@" + place(value.at);
  }
  return {};
}

/// The text stands in a file from line 2 on, as front matter does.
void check(std::string_view text, const std::string& expected, const std::string& expected_faults = {}) {
  CAPTURE(text);
  Diagnostics diagnostics;
  const auto value = parse(text, 2, FileReporter("x.md", diagnostics));
  CHECK((value ? written(*value) : "none") == expected);
  CHECK(faults(diagnostics) == expected_faults);
}

void check_refused(std::string_view text, const std::string& expected_faults) {
  check(text, "none", expected_faults);
}

}  // namespace

TEST_CASE("keys and values keep their places in the file") {
  check("title: Cache down\nservices: [a, \"b c\", 'd']\nimpact:\n  users: 5\n",
        "{title@2:1: Cache down@2:8, services@3:1: [a@3:12, \"b c\"@3:15, \"d\"@3:22]@3:11, "
        "impact@4:1: {users@5:3: 5@5:10}@5:3}@2:1");
  check("l:\n- a\n- b: 1\n  c: 2\n", "{l@2:1: [a@3:3, {b@4:3: 1@4:6, c@5:3: 2@5:6}@4:3]@3:1}@2:1");
}

TEST_CASE("columns are bytes") {
  check("\xC3\xA9: [\xC3\xBC, x]\n", "{\xC3\xA9@2:1: [\xC3\xBC@2:6, x@2:10]@2:5}@2:1");
}

TEST_CASE("a key's span covers the key") {
  Diagnostics diagnostics;
  const auto value = parse("a: b\nseverity: SEV2\n", 2, FileReporter("x.md", diagnostics));
  REQUIRE(value);
  const Entry* entry = value->find("severity");
  REQUIRE(entry != nullptr);
  CHECK(entry->key.at == span_on_line(3, 1, 8));
  CHECK(entry->value.at == span_on_line(3, 11, 4));
  CHECK(value->find("sever") == nullptr);
}

TEST_CASE("scalars stay text, whatever YAML would make of them") {
  check("a: no\nb: 09:12\nc: 1e3\nd: 2026-03-04\ne: 0x1F\n",
        "{a@2:1: no@2:4, b@3:1: 09:12@3:4, c@4:1: 1e3@4:4, d@5:1: 2026-03-04@5:4, e@6:1: 0x1F@6:4}@2:1");
}

TEST_CASE("null is nothing, and in quotes it is a word") {
  check("a: ~\nb: null\nc: \"null\"\nd: ''\n",
        "{a@2:1: null@2:1, b@3:1: null@3:1, c@4:1: \"null\"@4:4, d@5:1: \"\"@5:4}@2:1");
}

TEST_CASE("a key without a value is faulted at its own line, not at the next one") {
  check("title:\nseverity: SEV2\n", "{title@2:1: null@2:1, severity@3:1: SEV2@3:11}@2:1");
  check("a: b\ntitle:\n", "{a@2:1: b@2:4, title@3:1: null@3:1}@2:1");
}

TEST_CASE("texts over several lines are joined or kept as YAML says") {
  check("a: one\n  two\nb: |\n  three\n  four\nc: >\n  five\n  six\n",
        "{a@2:1: one two@2:4, b@4:1: \"three\nfour\n\"@4:4, c@7:1: \"five six\n\"@7:4}@2:1");
}

TEST_CASE("control characters that an escape makes do not come through") {
  check("a: \"x\\x01y\\ez\\tt\"\n", "{a@2:1: \"x\xEF\xBF\xBDy\xEF\xBF\xBDz\tt\"@2:4}@2:1");
}

TEST_CASE("comments and nothing at all are an empty map") {
  check("", "{}@2:1");
  check("# only a comment\n", "{}@2:1");
  check("a: x # why\n", "{a@2:1: x@2:4}@2:1");
}

TEST_CASE("a quote that is never closed is reported where it begins") {
  check_refused("a: x\ntitle: \"open\nb: c\n", "3:8 yaml-syntax: this quote is never closed");
  check_refused("title: 'it''s open\nb: c\n", "2:8 yaml-syntax: this quote is never closed");
}

TEST_CASE("a bracket that is never closed is reported inside the text") {
  check_refused("a: [1, 2\nb: 3\n", "3:2 yaml-syntax: a `[` is never closed");
  Diagnostics diagnostics;
  for (const std::string text : {"a: [1, 2\n", "a: {b: c\n"}) {
    CAPTURE(text);
    CHECK_FALSE(parse(text, 2, FileReporter("x.md", diagnostics)));
    for (const auto& each : diagnostics.sorted()) CHECK(each.at.begin.line == 2);
  }
}

TEST_CASE("text and lists at the top are not facts") {
  for (const std::string text : {"just text\n", "just text", "- a\n", "\"quoted\"\n"}) {
    CAPTURE(text);
    Diagnostics diagnostics;
    CHECK_FALSE(parse(text, 2, FileReporter("x.md", diagnostics)));
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.sorted()[0].rule == &kYamlSyntax);
    CHECK(diagnostics.sorted()[0].at.begin.line == 2);
  }
}

TEST_CASE("a colon in a value asks for quotes") {
  check_refused("title: Cache: down\n",
                "2:13 yaml-syntax: a value may not stand here; quote values that hold `: `");
}

TEST_CASE("wrong indentation is reported at its line") {
  check_refused("a: b\n c: d\n", "3:3 yaml-syntax: a value may not stand here; quote values that hold `: `");
  check_refused("a: x\nb: - c\n", "3:4 yaml-syntax: a list may not begin here; check indentation");
}

TEST_CASE("a tab that indents a line is named as the fault") {
  check_refused("a:\n\tb: c\n", "3:1 yaml-syntax: a tab indents this line; YAML wants spaces");
  check_refused("\ta: b\n", "2:1 yaml-syntax: a tab indents this line; YAML wants spaces");
}

TEST_CASE("characters that YAML reserves are reported where they stand") {
  check_refused("owner: @sre\n",
                "2:8 yaml-syntax: a value may not begin with this character; put it in quotes");
  check_refused("a: \"x\\qy\"\n", "2:8 yaml-syntax: this is not valid YAML (unknown escape character: q)");
}

TEST_CASE("a second document is refused") {
  for (const std::string text : {"a: b\n---\nc: d\n", "a: b\n...\nc: d\n"})
    check_refused(text, "2:4 yaml-syntax: the YAML ends before the front matter does");
}

TEST_CASE("anchors are refused") {
  check_refused("a: &x y\n", "2:4 yaml-unsupported: an anchor is not supported here");
  check_refused("a: &x [y]\n", "2:4 yaml-unsupported: an anchor is not supported here");
  check_refused("a: &x {y: z}\n", "2:4 yaml-unsupported: an anchor is not supported here");
  check_refused("a: &x\n", "2:4 yaml-unsupported: an anchor is not supported here");
}

TEST_CASE("an alias is refused, also one that nothing defines") {
  check_refused("title: *important* news\n", "2:8 yaml-unsupported: an alias is not supported here");
}

TEST_CASE("tags are refused as they were written") {
  check_refused("a: !local 3\n", "2:4 yaml-unsupported: the tag `!local` is not supported here");
  check_refused("a: !!int 3\n", "2:4 yaml-unsupported: the tag `!!int` is not supported here");
  check_refused("a: !!set {x}\n", "2:4 yaml-unsupported: the tag `!!set` is not supported here");
}

TEST_CASE("a merge key is refused, and the other keys stay") {
  check("a:\n  <<: {b: c}\n  d: e\n", "{a@2:1: {d@4:3: e@4:6}@3:3}@2:1",
        "3:3 yaml-unsupported: a merge key is not supported here");
  check("\"<<\": x\n", "{<<@2:1: x@2:7}@2:1");
}

TEST_CASE("lists and maps are no keys") {
  check_refused("[a]: b\n", "2:1 yaml-unsupported: a list or map as a key is not supported here");
  check_refused("{a: b}: c\n", "2:1 yaml-unsupported: a list or map as a key is not supported here");
}

TEST_CASE("of two values for a key the first stays") {
  check("a: 1\nb: 2\na: 3\nc: 4\n", "{a@2:1: 1@2:4, b@3:1: 2@3:4, c@5:1: 4@5:4}@2:1",
        "4:1 duplicate-key: `a` is already set on line 2");
  check("l:\n- c: 1\n  c: {d: 2}\n- c: 3\n", "{l@2:1: [{c@3:3: 1@3:6}@3:3, {c@5:3: 3@5:6}@5:3]@3:1}@2:1",
        "4:3 duplicate-key: `c` is already set on line 3");
}

TEST_CASE("a text beyond the limits is refused") {
  Diagnostics large;
  CHECK_FALSE(parse("# " + std::string(kLargestText, 'x') + "\n", 2, FileReporter("x.md", large)));
  CHECK(faults(large) == "2:1 yaml-syntax: more than 65536 bytes of YAML");
  Diagnostics many;
  std::string list = "a: [";
  for (int i = 0; i < kMostNodes; ++i) list += "x,";
  CHECK_FALSE(parse(list + "x]\n", 2, FileReporter("x.md", many)));
  // The key is a value, too.
  CHECK(faults(many) == "2:40003 yaml-syntax: more than 20000 values");
}

TEST_CASE("values may be nested twenty deep and no deeper") {
  const auto nested = [](int depth) {
    return "a: " + std::string(static_cast<std::size_t>(depth), '[') + "x" +
           std::string(static_cast<std::size_t>(depth), ']') + "\n";
  };
  Diagnostics diagnostics;
  CHECK(parse(nested(kDeepestNesting - 1), 2, FileReporter("x.md", diagnostics)));
  check_refused(nested(kDeepestNesting), "2:23 yaml-syntax: values are nested more than 20 deep");
}

TEST_CASE("thousands of open brackets come to an end") {
  Diagnostics diagnostics;
  CHECK_FALSE(parse("a: " + std::string(10'000, '['), 2, FileReporter("x.md", diagnostics)));
  CHECK_FALSE(parse("a: " + std::string(10'000, '{'), 2, FileReporter("x.md", diagnostics)));
}

TEST_CASE("what to do is said with what is wrong") {
  Diagnostics diagnostics;
  (void)parse("a: 1\na: 2\nb: \"x\n", 2, FileReporter("x.md", diagnostics));
  CHECK(faults_with_help(diagnostics) ==
        "3:1 duplicate-key: `a` is already set on line 2 -> keep one of the two\n"
        "4:4 yaml-syntax: this quote is never closed -> close the quote on the line it belongs to");
}

}  // namespace pmsite::yaml
