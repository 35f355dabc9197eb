// SPDX-License-Identifier: MIT
#include "engine/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

namespace pmsite {
namespace {

using Json = nlohmann::ordered_json;

// Values are trees that are walked by recursion; a text of brackets only must not end the process.
constexpr int kDeepestJson = 200;

Json to_library(const Value& value) {
  return std::visit(
      [](const auto& data) -> Json {
        using Data = std::decay_t<decltype(data)>;
        if constexpr (std::is_same_v<Data, std::monostate>) {
          return nullptr;
        } else if constexpr (std::is_same_v<Data, Value::List>) {
          Json list = Json::array();
          for (const auto& item : data) list.push_back(to_library(item));
          return list;
        } else if constexpr (std::is_same_v<Data, Value::Object>) {
          Json::object_t object;
          for (const auto& [key, member] : data) object.emplace_back(key, to_library(member));
          return object;
        } else {
          return data;
        }
      },
      value.data());
}

Value number_from_library(const Json& json) {
  if (json.is_number_float()) return json.get<double>();
  if (json.is_number_unsigned() &&
      json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return json.get<double>();
  return json.get<std::int64_t>();
}

Value from_library(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return json.get<bool>();
    case Json::value_t::string:
      return json.get_ref<const std::string&>();
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      return number_from_library(json);
    case Json::value_t::array: {
      Value::List list;
      list.reserve(json.size());
      for (const auto& item : json) list.push_back(from_library(item));
      return list;
    }
    case Json::value_t::object: {
      Value::Object object;
      for (const auto& [key, member] : json.items()) object.emplace_back(key, from_library(member));
      return object;
    }
    default:
      return {};
  }
}

std::string print(const Value& value, int indentation) {
  return to_library(value).dump(indentation, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Value& value) { return print(value, -1); }

std::string to_pretty_json(const Value& value) { return print(value, 2) + "\n"; }

std::string inside_script(std::string_view json) {
  std::string text;
  text.reserve(json.size());
  std::size_t at = 0;
  for (std::size_t next; (next = json.find_first_of("<>&\xE2", at)) != std::string_view::npos;) {
    text += json.substr(at, next - at);
    const auto three = json.substr(next, 3);
    const bool is_line_end = three == "\u2028" || three == "\u2029";
    at = next + (is_line_end ? 3 : 1);
    if (is_line_end) {
      text += three == "\u2028" ? "\\u2028" : "\\u2029";
    } else if (json[next] == '\xE2') {
      text += json[next];
    } else {
      text += fmt::format("\\u{:04x}", static_cast<int>(json[next]));
    }
  }
  return text += json.substr(at);
}

Result<Value> parse_json(std::string_view text) {
  bool too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kDeepestJson;
    return !too_deep;
  };
  try {
    const Json json = Json::parse(text, watch_depth);
    if (too_deep) return Error{fmt::format("JSON is nested deeper than {} levels", kDeepestJson)};
    return from_library(json);
  } catch (const nlohmann::json::parse_error& fault) {
    return Error{fmt::format("not JSON at byte {}", fault.byte)};
  } catch (const nlohmann::json::exception& fault) {
    return Error{fmt::format("not JSON: {}", fault.what())};
  }
}

}  // namespace pmsite
