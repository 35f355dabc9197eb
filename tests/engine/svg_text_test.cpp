// SPDX-License-Identifier: MIT
#include "engine/svg_text.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace pmsite {
namespace {

std::string number(double value) {
  std::string out;
  append_svg_number(out, value);
  return out;
}

std::string text(std::string_view value) {
  std::string out;
  append_svg_text(out, value);
  return out;
}

}  // namespace

TEST_CASE("SVG numbers are rounded to a tenth and short") {
  CHECK(number(0) == "0");
  CHECK(number(-0.04) == "0");
  CHECK(number(12) == "12");
  CHECK(number(12.34) == "12.3");
  CHECK(number(12.96) == "13");
  CHECK(number(-0.5) == "-0.5");
  CHECK(number(-3.25) == "-3.3");
}

TEST_CASE("what is no number is not written as one") {
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
  CHECK_FALSE(is_svg_number(std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(is_svg_number(std::numeric_limits<double>::infinity()));
  CHECK_FALSE(is_svg_number(-2e6));
  CHECK(is_svg_number(1234.5));
}

TEST_CASE("SVG text is escaped and holds no control characters") {
  CHECK(text("<script>\"&'") == "&lt;script&gt;&quot;&amp;&#39;");
  CHECK(text("a\x01\x02\x1F\x7Fz") == "a\uFFFD\uFFFD\uFFFD\uFFFDz");
  CHECK(text("\xFF\xC3") == "\uFFFD\uFFFD");
  CHECK(text("\xEF\xBF\xBF") == "\uFFFD");
  CHECK(text("für 🚀") == "für 🚀");
}

}  // namespace pmsite
