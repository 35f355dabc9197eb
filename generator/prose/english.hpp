// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

/// How many words a text has, and how many of them are among those that no English text can do without and
/// that no other language spells alike ("the", "and", "from").
struct EnglishWords {
  int all = 0, english = 0;
};

/// Counted over one text; texts of a script without blanks count a word for each few characters.
EnglishWords count_english(std::string_view text);

/// Whether so many common words are enough for English. The tersest technical English has 15 % of them and
/// running English 25 %; German, French, Spanish, Dutch, Swahili and Vietnamese have 4 % at most. Below 50
/// words all are enough.
bool is_english(EnglishWords words);

}  // namespace pmsite
