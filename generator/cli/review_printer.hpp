// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "cli/diagnostic_printer.hpp"
#include "review/sheet.hpp"

#include <string>

namespace pmsite {

/// One sheet for people: each requirement, met or not, with the line that shows it, or with what would help.
std::string format_sheet(const ReviewSheet& sheet, Coloring coloring);

/// One sheet for programs. What the file does not state is null.
Value sheet_value(const ReviewSheet& sheet);

}  // namespace pmsite
