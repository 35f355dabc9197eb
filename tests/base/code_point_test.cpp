// SPDX-License-Identifier: MIT
#include "base/code_point.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a character is read with all of its bytes") {
  CHECK(code_point("a").value == 'a');
  CHECK(code_point("é!").value == 0xE9);
  CHECK(code_point("é!").length == 2);
  CHECK(code_point("→").value == 0x2192);
  CHECK(code_point("\xF0\x9F\x9A\xA8").value == 0x1F6A8);
}

TEST_CASE("a byte that is not text stands for itself") {
  CHECK(code_point("\xFF\xFE").value == 0xFF);
  CHECK(code_point("\xFF\xFE").length == 1);
  CHECK(code_point("\xE2\x86").length == 1);
}

}  // namespace pmsite
