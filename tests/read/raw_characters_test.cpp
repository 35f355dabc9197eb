// SPDX-License-Identifier: MIT
#include "read/raw_characters.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("blanks, invisible marks and emoji are told apart") {
  CHECK(is_wide_blank(0xA0));
  CHECK(is_wide_blank(0x202F));
  CHECK_FALSE(is_wide_blank(' '));
  CHECK(is_invisible(0x200B));
  CHECK(is_invisible(0xFE0F));
  CHECK_FALSE(is_invisible('a'));
  CHECK(is_emoji(0x1F6A8));
  CHECK(is_emoji(0x2705));
  CHECK_FALSE(is_emoji(0x2192));
}

TEST_CASE("words hold a letter or a digit of any script") {
  CHECK(count_visible_words("") == 0);
  CHECK(count_visible_words("the cache was down") == 4);
  CHECK(count_visible_words("10:05 - the cache — 503!") == 4);
  CHECK(count_visible_words("Größe キャッシュ ß") == 3);
  CHECK(count_visible_words("a\tb\nc\xC2\xA0"
                            "d") == 4);
  CHECK(count_visible_words("🚨 → … “ ” * | --- •") == 0);
  CHECK(count_visible_words("🚨alarm 🚨") == 1);
}

TEST_CASE("addresses are no words, what stands in front of them is") {
  CHECK(count_visible_words("see https://example.com/a/b, please") == 2);
  CHECK(count_visible_words("(http://example.com)") == 0);
  CHECK(count_visible_words("log:https://example.com") == 1);
  CHECK(count_visible_words("https is a protocol") == 4);
}

}  // namespace pmsite
