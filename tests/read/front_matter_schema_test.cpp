// SPDX-License-Identifier: MIT
#include "read/front_matter_schema.hpp"

#include "base/text.hpp"
#include "engine/json.hpp"
#include "read/front_matter.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

// That the schema accepts and refuses what the reader does is tested in schema/agreement_test.cpp.

namespace pmsite {
namespace {

const Value& schema() {
  static const Value kSchema = front_matter_schema();
  return kSchema;
}

const Value& property(std::string_view path) { return at(schema(), "properties." + std::string(path)); }

std::string keys_of(const Value& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : *object.get_if<Value::Object>()) keys.push_back(key);
  return join(keys, " ");
}

std::string list(const Value& values) {
  std::vector<std::string> texts;
  for (const auto& value : *values.get_if<Value::List>()) texts.push_back(*value.get_if<std::string>());
  return join(texts, " ");
}

/// Checks that every property of an object has a description, and so on inside of it.
void check_described(const Value& object) {
  for (const auto& [key, value] : *at(object, "properties").get_if<Value::Object>()) {
    CAPTURE(key);
    CHECK(text_at(value, "description").size() > 10);
    if (value.find("properties") != nullptr) check_described(value);
    const Value* items = value.find("items");
    if (items != nullptr && items->find("properties") != nullptr) check_described(*items);
  }
}

}  // namespace

TEST_CASE("the schema has the keys of the format in their order, and no other") {
  const auto keys = front_matter_keys();
  CHECK(keys_of(at(schema(), "properties")) == join({keys.begin(), keys.end()}, " "));
  CHECK_FALSE(*at(schema(), "additionalProperties").get_if<bool>());
  CHECK(keys_of(at(schema(), "patternProperties")) == "^x-");
}

TEST_CASE("the schema names its draft, and says what it cannot tell") {
  CHECK(text_at(schema(), "$schema") == "http://json-schema.org/draft-07/schema#");
  CHECK(text_at(schema(), "description").find("calendar") != std::string::npos);
}

TEST_CASE("the facts of every post are required, and the end of the incident unless it is a draft") {
  CHECK(list(at(schema(), "required")) ==
        "title started_at severity services impact detection root_cause authors");
  CHECK(to_json(at(schema(), "if")) ==
        R"({"properties":{"status":{"const":"draft"}},"required":["status"]})");
  CHECK(to_json(at(schema(), "else")) == R"({"required":["resolved_at"]})");
}

TEST_CASE("a share that is unknown requires a reason") {
  CHECK(list(at(property("impact"), "required")) == "users_percent symptoms");
  CHECK(to_json(at(property("impact"), "if")) ==
        R"({"properties":{"users_percent":{"const":"unknown"}},"required":["users_percent"]})");
  CHECK(to_json(at(property("impact"), "then")) == R"({"required":["reason"]})");
}

TEST_CASE("words are those of the vocabulary") {
  CHECK(list(property("status.enum")) == "draft in_review published");
  CHECK(list(property("root_cause.properties.category.enum")).starts_with("software_bug config_change "));
  CHECK(list(property("related.items.properties.as.enum")) ==
        "recurrence_of same_cause same_component caused_by duplicate_of");
}

TEST_CASE("texts have their limits, and may be what YAML takes for a number") {
  CHECK(to_json(property("title.maxLength")) == "120");
  CHECK(to_json(property("summary.maxLength")) == "300");
  CHECK(list(property("title.type")) == "string number boolean");
}

TEST_CASE("every key is described for the author who sees it in an editor") { check_described(schema()); }

}  // namespace pmsite
