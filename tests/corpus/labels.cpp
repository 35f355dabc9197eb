// SPDX-License-Identifier: MIT
#include "corpus/labels.hpp"

#include "engine/json.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace pmsite {
namespace {

const Value& member(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  REQUIRE_MESSAGE(value != nullptr, "a label without ", std::string(key));
  return *value;
}

std::string text(const Value& object, std::string_view key) {
  const auto* written = member(object, key).get_if<std::string>();
  return written == nullptr ? std::string() : *written;
}

int number(const Value& value) {
  const auto* written = value.get_if<std::int64_t>();
  REQUIRE(written != nullptr);
  return static_cast<int>(*written);
}

Label label_of(const Value& value) {
  Label label;
  label.file = text(value, "file");
  label.started_at = text(value, "started_at");
  label.resolved_at = text(value, "resolved_at");
  label.timeline_entries = number(member(value, "timeline_entries"));
  if (member(value, "utc_offset_minutes").get_if<std::int64_t>() != nullptr)
    label.utc_offset_minutes = number(member(value, "utc_offset_minutes"));
  for (const auto& [id, met] : *member(value, "met").get_if<Value::Object>())
    label.met[id] = *met.get_if<bool>();
  for (const auto& [id, lines] : *member(value, "lines").get_if<Value::Object>())
    for (const auto& line : *lines.get_if<Value::List>()) label.lines[id].push_back(number(line));
  for (const auto& id : *member(value, "unsure").get_if<Value::List>())
    label.unsure.insert(*id.get_if<std::string>());
  for (const auto& [role, line] : *member(value, "roles").get_if<Value::Object>())
    if (line.get_if<std::int64_t>() != nullptr) label.roles[role] = number(line);
  return label;
}

}  // namespace

std::vector<Label> read_labels(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file.good(), path.string());
  std::vector<Label> labels;
  for (std::string line; std::getline(file, line);) {
    const auto value = parse_json(line);
    REQUIRE_MESSAGE(value, line);
    labels.push_back(label_of(*value));
  }
  return labels;
}

}  // namespace pmsite
