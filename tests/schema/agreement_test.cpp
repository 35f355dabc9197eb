// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "engine/json.hpp"
#include "engine/yaml.hpp"
#include "read/front_matter_schema.hpp"
#include "read/post_reader.hpp"
#include "schema/validator.hpp"
#include "support/golden.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <string>

// An editor that knows the schema and `pmsite check` must say the same of a front matter. Each file in good/,
// bad/ and beyond/ is one: both accept good/; both refuse bad/, where a file has one fault and is named after
// the rule that the reader reports; only the reader refuses beyond/, since no schema can.

namespace pmsite {
namespace {

/// A plain scalar as the core schema of YAML 1.2 takes it, which is what editors do.
Value scalar_value(const yaml::Value& scalar) {
  static const std::regex kInteger("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  static const std::regex kFloat("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  const std::string& text = scalar.text;
  if (scalar.quoted) return text;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (text == "Null" || text == "NULL") return {};
  if (std::regex_match(text, kInteger))
    return static_cast<std::int64_t>(text.starts_with("0o")   ? std::stoll(text.substr(2), nullptr, 8)
                                     : text.starts_with("0x") ? std::stoll(text, nullptr, 16)
                                                              : std::stoll(text));
  if (std::regex_match(text, kFloat)) return std::stod(text);
  return text;
}

Value json_value(const yaml::Value& value) {
  if (value.kind == yaml::Kind::scalar) return scalar_value(value);
  if (value.kind == yaml::Kind::list) {
    Value::List list;
    for (const auto& item : value.items) list.push_back(json_value(item));
    return list;
  }
  if (value.kind == yaml::Kind::map) {
    Value::Object object;
    for (const auto& [key, member] : value.entries) object.emplace_back(key.value, json_value(member));
    return object;
  }
  return {};
}

/// What the schema objects to.
std::string schema_answer(const std::string& facts) {
  Diagnostics diagnostics;
  const auto map = yaml::parse(facts, 2, FileReporter("x.md", diagnostics));
  REQUIRE(map);
  REQUIRE(diagnostics.sorted().empty());
  static const std::string kSchema = to_json(front_matter_schema());
  return schema_faults(kSchema, to_json(json_value(*map)));
}

/// The rules that the reader reports, one a line.
std::string reader_answer(const std::string& facts) {
  Diagnostics diagnostics;
  const auto post = read_post("content/posts/2026-03-06-checkout.md",
                              "---\n" + facts + "---\n" + std::string(kSampleBody), diagnostics);
  std::string rules;
  for (const auto& diagnostic : diagnostics.sorted())
    rules += (rules.empty() ? "" : "\n") + std::string(diagnostic.rule->id);
  return rules;
}

FileTree samples(const std::string& folder) { return read_tree(source_folder() / "tests/schema" / folder); }

/// "field-value" of "field-value.kind.yaml".
std::string rule_of(const std::string& file) { return file.substr(0, file.find('.')); }

}  // namespace

TEST_CASE("the reader and the schema accept the same front matter") {
  const FileTree good = samples("good");
  CHECK(good.size() >= 15);
  for (const auto& [file, facts] : good) {
    CHECK_MESSAGE(reader_answer(facts) == "", file);
    CHECK_MESSAGE(schema_answer(facts) == "", file);
  }
}

TEST_CASE("the reader and the schema refuse the same front matter") {
  const FileTree bad = samples("bad");
  CHECK(bad.size() >= 40);
  for (const auto& [file, facts] : bad) {
    CHECK_MESSAGE(reader_answer(facts) == rule_of(file), file);
    CHECK_MESSAGE(schema_answer(facts) != "", file);
  }
}

TEST_CASE("what no schema can refuse, the reader refuses") {
  const FileTree beyond = samples("beyond");
  CHECK_FALSE(beyond.empty());
  for (const auto& [file, facts] : beyond) {
    CHECK_MESSAGE(reader_answer(facts) == rule_of(file), file);
    CHECK_MESSAGE(schema_answer(facts) == "", file);
  }
}

TEST_CASE("the schema accepts the front matter of the demo blog") {
  for (const auto& [file, text] : read_tree(source_folder() / "content/posts")) {
    const auto end = text.find("\n---\n", 4);
    REQUIRE_MESSAGE(end != std::string::npos, file);
    CHECK_MESSAGE(schema_answer(text.substr(4, end - 3)) == "", file);
  }
}

}  // namespace pmsite
