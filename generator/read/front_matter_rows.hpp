// SPDX-License-Identifier: MIT
#pragma once

#include "read/front_matter_fields.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A key, and how it is read into what it is a fact of.
template <class Target> struct Row {
  Key key;
  void (*read)(const FieldReader& fields, const yaml::Entry& entry, Target& target);
};

/// What the schema needs of the rows.
template <class Target, std::size_t size>
constexpr std::array<Key, size> keys_of(const std::array<Row<Target>, size>& rows) {
  std::array<Key, size> keys{};
  for (std::size_t i = 0; i < size; ++i) keys[i] = rows[i].key;
  return keys;
}

/// Reads the keys of a map. What is missing is reported at `at`, with `prefix` before its name.
template <class Target, std::size_t size>
void read_rows(const FieldReader& fields, const yaml::Value& map, const std::array<Row<Target>, size>& rows,
               Span at, std::string_view prefix, Target& target) {
  std::vector<std::string_view> known;
  known.reserve(size);
  for (const auto& row : rows) known.push_back(row.key.name);
  fields.refuse_unknown(map, known);
  for (const auto& [key, read] : rows) {
    if (const yaml::Entry* entry = map.find(key.name)) {
      read(fields, *entry, target);
    } else if (key.needed == Needed::always) {
      fields.report_missing(at, std::string(prefix) + std::string(key.name), key.example);
    }
  }
}

}  // namespace pmsite
