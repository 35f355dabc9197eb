// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pmsite {

/// Adds a number rounded to a tenth, in as few characters as it takes: "12.5", "3". Never asks the locale.
/// What is no number, or so large that only a fault explains it, becomes 0; is_svg_number() tells beforehand.
void append_svg_number(std::string& out, double number);

bool is_svg_number(double number);

/// Adds text, escaped for content and attributes. Bytes that XML cannot hold, and those that mark places to
/// be filled in, become U+FFFD: Graphviz makes them of entities (`&#1;`) that the author wrote.
void append_svg_text(std::string& out, std::string_view text);

}  // namespace pmsite
