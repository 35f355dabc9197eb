// SPDX-License-Identifier: MIT
#include "schema/validator.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace pmsite {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

nlohmann::json parse(const std::string& text) {
  auto json = nlohmann::json::parse(text, nullptr, false);
  REQUIRE_MESSAGE(!json.is_discarded(), "not JSON: ", text);
  return json;
}

}  // namespace

std::string schema_faults(const std::string& schema_text, const std::string& document_text) {
  const nlohmann::json schema_json = parse(schema_text), document = parse(document_text);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema_json), schema);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  std::string faults;
  if (validator.validate(schema, Adapter(document), &results)) return faults;
  for (const auto& result : results) {
    std::string place;
    for (const auto& part : result.context) place += part;
    faults += place + ": " + result.description + "\n";
  }
  return faults.empty() ? "it does not fit\n" : faults;
}

}  // namespace pmsite
