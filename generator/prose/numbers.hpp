// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace pmsite {

/// A number told in prose.
struct NumberScan {
  double value = 0;
  std::size_t length = 0;   ///< bytes; 0 if there is none
  bool in_words = false;    ///< "two", not "2"
  bool is_article = false;  ///< "a" or "an" for one
};

/// The number at the front of `text`: "53", "1,200", "2.5", "two", "twenty-five", "an", "hundred". Words only
/// up to a hundred. What stands in front of `text` is the caller's to judge.
NumberScan number_at(std::string_view text);

/// Whether a number may begin at `at`: not inside a longer number, a name, a version, an amount of money.
bool may_begin_number(std::string_view text, std::size_t at);

/// Whether "about", "nearly", "more than", "~" or the like stands in front of `at`.
bool is_approximate_before(std::string_view text, std::size_t at);

}  // namespace pmsite
