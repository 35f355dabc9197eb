// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// Where a text is still a form to fill in: "TBD", "HH:MM", "[your name]", "Describe what happened". A text
/// that gives orders to its readers (`gives_orders`: tasks, lessons) may say what is to do, and begin with
/// "Describe".
std::vector<TextRange> find_placeholders(std::string_view text, bool gives_orders = false);

/// The phrases that find_placeholders() looks for, as PhraseTable has them. Beside them it looks at brackets.
std::vector<std::string_view> placeholder_phrases();

}  // namespace pmsite
