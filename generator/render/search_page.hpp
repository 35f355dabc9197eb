// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"
#include "site/search_index.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// The page that readers search on, and the index that it loads when they begin to.
std::vector<OutputFile> render_search(const Site& site, const Theme& theme, Diagnostics& diagnostics);

/// The index as a script that does nothing but set `pmsiteSearch`:
///
/// - `pages`: rows of route, title, and the lines that readers see below it.
/// - `units`: rows of the number of the page and, for a section, its heading and anchor.
/// - `words`: each with the units it stands in, by place (WordPlace): `1,3,a!4!!-2`. A unit is its distance
///   from the one before, in base 36 and from -1 for the first; each `!` is a step to the next place. A word
///   of no unit is one that every text has. The script takes the length of this for how common the word is.
std::string search_index_script(const SearchIndex& index);

}  // namespace pmsite
