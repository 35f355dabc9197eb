// SPDX-License-Identifier: MIT
#include "cli/diagnostic_sarif.hpp"

#include "check/checker.hpp"
#include "cli/version.hpp"
#include "engine/json.hpp"
#include "schema/validator.hpp"
#include "support/golden.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

const Rule& rule(std::string_view id) {
  const Rule* found = find_rule(id);
  REQUIRE(found != nullptr);
  return *found;
}

Diagnostic error_at(Span at, std::string message = "it is wrong", std::string help = {}) {
  return {&rule("field-value"), "content/posts/x.md", at, std::move(message), std::move(help)};
}

/// The only run of a log that the schema of what we write accepts.
Value run_of(const std::vector<Diagnostic>& diagnostics, const std::string& text = "abc def\nüb cd\n",
             const std::string& failure = {}) {
  static const std::string kSchema = read_tree(source_folder() / "tests/schema").at("sarif-subset.json");
  const SourceText source("x.md", text);
  const auto placed = place_in(source, diagnostics);
  const std::string log = findings_as_sarif({placed, 14, failure});
  CHECK(schema_faults(kSchema, log) == "");
  const auto json = parse_json(log);
  REQUIRE(json);
  return at(*json, "runs").get_if<Value::List>()->at(0);
}

Value first_result(const std::vector<Diagnostic>& diagnostics, const std::string& text = "abc def\nüb cd\n") {
  return at(run_of(diagnostics, text), "results").get_if<Value::List>()->at(0);
}

std::string message_of(const std::string& message) {
  return text_at(first_result({error_at(span_on_line(1, 1, 1), message)}), "message.text");
}

std::string uri_of(const std::string& file) {
  Diagnostic diagnostic = error_at(span_on_line(1, 1, 1));
  diagnostic.file = file;
  const Value result = first_result({diagnostic});
  return text_at(at(result, "locations").get_if<Value::List>()->at(0),
                 "physicalLocation.artifactLocation.uri");
}

std::string print_of(const Diagnostic& diagnostic, const std::string& text) {
  const Value result = first_result({diagnostic}, text);
  return *at(result, "partialFingerprints").find("ruleFileLine/v1")->get_if<std::string>();
}

}  // namespace

TEST_CASE("a log of nothing names the tool and every rule of it") {
  const Value run = run_of({});
  CHECK(text_at(run, "tool.driver.version") == program_version());
  CHECK(at(run, "results").get_if<Value::List>()->empty());
  CHECK(*at(run, "invocations").get_if<Value::List>()->at(0).find("executionSuccessful")->get_if<bool>());
  std::string ids;
  for (const auto* each : all_rules()) ids += (ids.empty() ? "" : "|") + std::string(each->id);
  CHECK(column(at(run, "tool.driver.rules"), "id") == ids);
}

TEST_CASE("a rule has a title, its reason, help in two forms and its level") {
  const Value run = run_of({});
  for (const auto& each : *at(run, "tool.driver.rules").get_if<Value::List>()) {
    if (text_at(each, "id") != "allow-comment") continue;
    const Rule& described = rule("allow-comment");
    CHECK(text_at(each, "shortDescription.text") == "Allow comment");
    CHECK(text_at(each, "fullDescription.text") == described.why);
    CHECK(text_at(each, "help.text").find(described.right) != std::string::npos);
    CHECK(text_at(each, "help.markdown").find("**Wrong**\n\n```text\n") != std::string::npos);
    CHECK(text_at(each, "defaultConfiguration.level") == "error");
  }
}

TEST_CASE("a result names its rule, level, message and place in code points") {
  const Value run = run_of({error_at(span_on_line(2, 4, 2), "it is wrong", "do it right")});
  CHECK(text_at(run, "columnKind") == "unicodeCodePoints");
  const Value& result = at(run, "results").get_if<Value::List>()->at(0);
  CHECK(text_at(result, "ruleId") == "field-value");
  CHECK(text_at(result, "level") == "error");
  CHECK(text_at(result, "message.text") == "it is wrong\nhelp: do it right");
  const Value& place = at(at(result, "locations").get_if<Value::List>()->at(0), "physicalLocation");
  CHECK(to_json(place) == R"({"artifactLocation":{"uri":"content/posts/x.md","uriBaseId":"%SRCROOT%"},)"
                          R"("region":{"startLine":2,"startColumn":3,"endLine":2,"endColumn":5}})");
  const auto index = static_cast<std::size_t>(*at(result, "ruleIndex").get_if<std::int64_t>());
  CHECK(text_at(at(run, "tool.driver.rules").get_if<Value::List>()->at(index), "id") == "field-value");
}

TEST_CASE("what is only advised is a note") {
  Diagnostic advice = error_at(span_on_line(1, 1, 1));
  advice.advised = true;
  CHECK(text_at(first_result({advice}), "level") == "note");
}

TEST_CASE("files are relative references of RFC 3986") {
  CHECK(uri_of("content/posts/a b ü.md") == "content/posts/a%20b%20%C3%BC.md");
  CHECK(uri_of("a:b%20#c?.md") == "a%3Ab%2520%23c%3F.md");
  CHECK(uri_of("a\x1b\n[\"]\xFF.md").find_first_of("\x1b\n\"\xFF") == std::string::npos);
  CHECK(uri_of("../b.md") == "../b.md");
}

TEST_CASE("no message holds a placeholder or a link that its author did not mean") {
  CHECK(message_of("a map such as {key: value}") == "a map such as {{key: value}}");
  CHECK(message_of("`{0}`") == "`{{0}}`");
  CHECK(message_of("a list such as [one, two]") == "a list such as [one, two]");
  CHECK(message_of("see [this](https://evil.example) \\") == "see \\[this\\](https://evil.example) \\\\");
}

TEST_CASE("a fingerprint stays when lines move, and differs by rule, file and text") {
  const std::string print = print_of(error_at(span_on_line(2, 1, 1)), "a\n  kind: x\n");
  CHECK(print_of(error_at(span_on_line(4, 3, 2), "other words"), "a\nb\nc\nkind: x  \n") == print);
  CHECK(print_of(error_at(span_on_line(2, 1, 1)), "a\n  kind: y\n") != print);
  Diagnostic other = error_at(span_on_line(2, 1, 1));
  other.file = "content/posts/y.md";
  CHECK(print_of(other, "a\n  kind: x\n") != print);
  other = error_at(span_on_line(2, 1, 1));
  other.rule = &rule("field-type");
  CHECK(print_of(other, "a\n  kind: x\n") != print);
}

TEST_CASE("equal lines of one file have fingerprints of their own") {
  const Value run =
      run_of({error_at(span_on_line(1, 1, 1)), error_at(span_on_line(2, 1, 1))}, "same\nsame\n");
  const auto& results = *at(run, "results").get_if<Value::List>();
  const std::string first =
      *at(results[0], "partialFingerprints").find("ruleFileLine/v1")->get_if<std::string>();
  const std::string second =
      *at(results[1], "partialFingerprints").find("ruleFileLine/v1")->get_if<std::string>();
  CHECK(first.ends_with(":1"));
  CHECK(second == first.substr(0, first.size() - 1) + "2");
}

TEST_CASE("a run that could not be finished says so, with what was found until then") {
  const Value run = run_of({error_at(span_on_line(1, 1, 1))}, "abc", "the disk {is} full");
  const Value& invocation = at(run, "invocations").get_if<Value::List>()->at(0);
  CHECK_FALSE(*invocation.find("executionSuccessful")->get_if<bool>());
  CHECK(to_json(*invocation.find("toolExecutionNotifications")) ==
        R"([{"level":"error","message":{"text":"the disk {{is}} full"}}])");
  CHECK(at(run, "results").get_if<Value::List>()->size() == 1);
}

TEST_CASE("whatever an author wrote, the log is JSON") {
  const std::string text = "quote \" backslash \\ escape \x1b newline \n bytes \xFF\xC3 end";
  CHECK(text_at(first_result({error_at(span_on_line(1, 1, 1), text)}), "message.text")
            .starts_with("quote \" "));
}

}  // namespace pmsite
