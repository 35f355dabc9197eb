// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"

#include <vector>

namespace pmsite {

/// Runs every check on every post whose facts could be read, on up to `jobs` threads, and those for pages.
void check_content(const Content& content, int jobs, Diagnostics& diagnostics);

/// Every rule of the program, sorted by id: those of reading, of the checks and of themes.
std::vector<const Rule*> all_rules();

}  // namespace pmsite
