// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The text in lines of at most `columns` characters, broken at blanks; a longer word has a line of its own.
/// Line ends in the text stay. At least one line.
std::vector<std::string> wrap(std::string_view text, int columns);

/// The text with `indent` before each of its lines that is not empty, and a line end behind the last.
std::string indented(std::string_view text, std::string_view indent);

}  // namespace pmsite
