// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/value.hpp"
#include "cli/coloring.hpp"

#include <string>
#include <vector>

namespace pmsite {

// A rule as its readers want it told. What a rule does not have (an example, a basis) is left out.

/// For people: why it exists, the wrong and the right example, for whom it counts, and whether it may be
/// broken on purpose.
std::string format_rule(const Rule& rule, Coloring coloring, int columns);

/// All rules as a table, with a legend.
std::string format_rule_table(const std::vector<const Rule*>& rules, Coloring coloring, int columns);

/// For programs: all that is known, empty where there is nothing.
Value rule_value(const Rule& rule);

/// The explanation as plain paragraphs, and as Markdown.
std::string rule_as_text(const Rule& rule);
std::string rule_as_markdown(const Rule& rule);

}  // namespace pmsite
