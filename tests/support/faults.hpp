// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <string>

namespace pmsite {

/// "3:5 timeline-zone: the time has no zone", one line a diagnostic.
inline std::string faults(const Diagnostics& diagnostics) {
  std::string lines;
  for (const auto& each : diagnostics.sorted())
    lines += fmt::format("{}{}:{} {}: {}", lines.empty() ? "" : "\n", each.at.begin.line,
                         each.at.begin.column, each.rule->id, each.message);
  return lines;
}

/// The same, each followed by " -> " and what to do.
inline std::string faults_with_help(const Diagnostics& diagnostics) {
  std::string lines;
  for (const auto& each : diagnostics.sorted())
    lines += fmt::format("{}{}:{} {}: {} -> {}", lines.empty() ? "" : "\n", each.at.begin.line,
                         each.at.begin.column, each.rule->id, each.message, each.help);
  return lines;
}

}  // namespace pmsite
