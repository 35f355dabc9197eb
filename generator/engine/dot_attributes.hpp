// SPDX-License-Identifier: MIT
#pragma once

#include "engine/dot_scanner.hpp"
#include "engine/graphviz.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

/// What is wrong with one attribute: its name is not on the allow-list, or its value is not of the form and
/// in the range that Graphviz survives and that a page can show. An empty value means "not set" and is always
/// right.
std::optional<DotFault> check_attribute(const DotAssignment& assignment);

/// Whether `colour` is written #rgb, #rrggbb or as a name that CSS knows.
bool is_colour(std::string_view colour);

}  // namespace pmsite
