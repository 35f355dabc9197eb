// SPDX-License-Identifier: MIT
#include "prose/ranges.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

/// Asks for a text of the form "lead [first]joint[second": where the brackets stand, times do.
bool joins(std::string text) {
  const auto first = text.find('[');
  text.erase(first, 1);
  const auto begin = text.find(']');
  text.erase(begin, 1);
  const auto end = text.find('[');
  text.erase(end, 1);
  return joins_range(text, first, begin, end);
}

}  // namespace

TEST_CASE("dashes and words join two times to a range") {
  for (const std::string_view text :
       {"[1:00]-[2:00", "[1:00] - [2:00", "[1:00] \xE2\x80\x93 [2:00", "[1:00] -- [2:00", "[1:00] -> [2:00",
        "[1:00] --> [2:00", "[1:00] \xE2\x86\x92 [2:00", "[1:00] ~ [2:00", "[1:00] to [2:00",
        "[1:00]** to **[2:00", "[1:00], until about [2:00", "[1:00] up to [2:00", "[1:00] through\n[2:00",
        "[1:00] till the next day at [2:00", "between [1:00] and [2:00", "between about [1:00] and [2:00",
        "Between **[1:00]** and **[2:00"}) {
    CAPTURE(text);
    CHECK(joins(std::string(text)));
  }
}

TEST_CASE("other words do not join") {
  for (const std::string_view text :
       {"[1:00] and [2:00", "at [1:00] and [2:00", "[1:00], [2:00", "[1:00] or [2:00", "[1:00] [2:00",
        "[1:00] to server [2:00", "[1:00] - restarted at [2:00", "[1:00] - - [2:00",
        "between us, [1:00] and [2:00", "[1:00]: [2:00"}) {
    CAPTURE(text);
    CHECK_FALSE(joins(std::string(text)));
  }
}

TEST_CASE("the second time of a range is found without knowing it") {
  CHECK(second_of_range("9 - 11 AM", 0, 1) == 4);
  CHECK(second_of_range("at 8 and 9 pm", 3, 4) == 9);
  CHECK(second_of_range("8 and 9 pm", 0, 1) == std::string_view::npos);
  CHECK(second_of_range("9 servers", 0, 1) == std::string_view::npos);
  CHECK(second_of_range("9", 0, 1) == std::string_view::npos);
}
