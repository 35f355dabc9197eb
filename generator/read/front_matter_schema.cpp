// SPDX-License-Identifier: MIT
#include "read/front_matter_schema.hpp"

#include "base/time.hpp"
#include "read/front_matter_fields.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

constexpr std::string_view kDescription =
    "The facts of a postmortem, between the two lines `---` at the top of its file. Keys that begin with x- "
    "are left alone. What no schema can tell, `pmsite check` does: that a date is in the calendar, that the "
    "lower end of a range comes first, and that a number has no + before it. It also forgives blanks around "
    "a word in quotes, which are marked here.";

static_assert(kFirstYear == 1970 && kLastYear == 2199, "the pattern of a year must be that of parse_date()");
constexpr std::string_view kDate = "(19[7-9][0-9]|2[01][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
/// As parse_instant() takes it: seconds may be left out, offsets go to 14 hours.
constexpr std::string_view kTime =
    "[Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?"
    "([Zz]|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";
constexpr std::string_view kUrl = "^[Hh][Tt][Tt][Pp][Ss]?://";

Value number_schema(double most) {
  return Value::Object{{"type", "number"}, {"minimum", 0}, {"maximum", most}};
}

/// YAML takes 502 and true for something else than text; the reader takes what is written.
Value text_schema(int longest) {
  return Value::Object{{"type", Value::List{"string", "number", "boolean"}},
                       {"pattern", "[^ \\t]"},
                       {"patternErrorMessage", "some text is needed"},
                       {"maxLength", longest}};
}

Value pattern_schema(const std::string& pattern, std::string_view advice) {
  return Value::Object{{"type", "string"}, {"pattern", pattern}, {"patternErrorMessage", advice}};
}

Value list_schema(Value items, int least) {
  Value::Object schema{{"type", "array"}};
  if (least > 0) schema.emplace_back("minItems", least);
  schema.emplace_back("items", std::move(items));
  return schema;
}

Value share_schema() {
  return Value::Object{{"anyOf", Value::List{number_schema(kMostPercent),
                                             Value::Object{{"type", "array"},
                                                           {"minItems", 2},
                                                           {"maxItems", 2},
                                                           {"items", number_schema(kMostPercent)}},
                                             Value::Object{{"const", "unknown"}}}}};
}

Value word_schema(std::span<const std::string_view> words) {
  Value::List list;
  for (const auto word : words) list.emplace_back(word);
  return Value::Object{{"enum", std::move(list)}};
}

Value required(std::string_view key) { return Value::Object{{"required", Value::List{key}}}; }

/// Holds where `key` is there and has this value.
Value has_value(std::string_view key, std::string_view value) {
  const Value is_value = Value::Object{{"const", value}};
  return Value::Object{{"properties", Value::Object{{std::string(key), is_value}}},
                       {"required", Value::List{key}}};
}

/// What is needed because of another key.
void add_condition(const Key& key, Value::Object& schema) {
  if (key.needed == Needed::where_share_unknown) {
    schema.emplace_back("if", has_value("users_percent", "unknown"));
    schema.emplace_back("then", required(key.name));
  } else if (key.needed == Needed::unless_draft) {
    schema.emplace_back("if", has_value("status", "draft"));
    schema.emplace_back("else", required(key.name));
  }
}

Value value_schema(const Key& key);

Value map_schema(std::span<const Key> keys) {
  Value::Object properties;
  Value::List needed;
  for (const auto& key : keys) {
    Value::Object property{{"description", key.description}};
    const Value value = value_schema(key);
    for (const auto& member : *value.get_if<Value::Object>()) property.push_back(member);
    properties.emplace_back(std::string(key.name), std::move(property));
    if (key.needed == Needed::always) needed.emplace_back(key.name);
  }
  Value::Object schema{{"type", "object"}, {"properties", std::move(properties)}};
  if (!needed.empty()) schema.emplace_back("required", std::move(needed));
  for (const auto& key : keys) add_condition(key, schema);
  schema.emplace_back("patternProperties", Value::Object{{"^x-", Value::Object{}}});
  schema.emplace_back("additionalProperties", false);
  return schema;
}

Value value_schema(const Key& key) {
  const std::string date(kDate), instant = date + std::string(kTime);
  switch (key.shape) {
    case Shape::text:
      return text_schema(key.longest);
    case Shape::texts:
      return list_schema(text_schema(key.longest), 1);
    case Shape::number:
      return number_schema(key.most);
    case Shape::share:
      return share_schema();
    case Shape::word:
      return word_schema(key.words());
    case Shape::instant:
      return pattern_schema("^" + instant + "$", "write it as 2026-03-04T10:12:00+01:00, or with Z for UTC");
    case Shape::date:
      return pattern_schema("^" + date + "$", "write it as 2026-03-04");
    case Shape::date_or_instant:
      return pattern_schema("^" + date + "(" + std::string(kTime) + ")?$",
                            "write it as 2026-03-04 or 2026-03-04T10:12:00+01:00");
    case Shape::url:
      return pattern_schema(std::string(kUrl), "write an address that begins with https:// or http://");
    case Shape::map:
      return map_schema(key.members());
    case Shape::maps:
      return list_schema(map_schema(key.members()), 0);
  }
  return {};
}

}  // namespace

Value front_matter_schema() {
  Value::Object schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                       {"title", "Front matter of a pmsite postmortem"},
                       {"description", kDescription}};
  const Value fields = map_schema(front_matter_fields());
  for (const auto& member : *fields.get_if<Value::Object>()) schema.push_back(member);
  return schema;
}

}  // namespace pmsite
