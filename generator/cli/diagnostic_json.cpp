// SPDX-License-Identifier: MIT
#include "cli/diagnostic_json.hpp"

#include "cli/version.hpp"
#include "engine/json.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace pmsite {
namespace {

std::int64_t count_level(const Findings& findings, Level level) {
  return std::count_if(
      findings.diagnostics.begin(), findings.diagnostics.end(),
      [level](const PlacedDiagnostic& placed) { return placed.diagnostic.level() == level; });
}

Value diagnostic_value(const PlacedDiagnostic& placed) {
  const auto& [diagnostic, place, line] = placed;
  return Value::Object{{"rule", diagnostic.rule->id},    {"level", level_name(diagnostic.level())},
                       {"file", diagnostic.file},        {"line", place.line},
                       {"column", place.column},         {"end_line", place.end_line},
                       {"end_column", place.end_column}, {"message", diagnostic.message},
                       {"help", diagnostic.help}};
}

}  // namespace

std::string findings_as_json(const Findings& findings) {
  Value::List diagnostics;
  for (const auto& placed : findings.diagnostics) diagnostics.push_back(diagnostic_value(placed));
  return to_pretty_json(
      Value::Object{{"version", program_version()},
                    {"summary", Value::Object{{"posts", static_cast<std::int64_t>(findings.posts)},
                                              {"errors", count_level(findings, Level::error)},
                                              {"warnings", count_level(findings, Level::warning)}}},
                    {"diagnostics", std::move(diagnostics)}});
}

}  // namespace pmsite
