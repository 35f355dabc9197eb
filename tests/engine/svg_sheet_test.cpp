// SPDX-License-Identifier: MIT
#include "engine/svg_sheet.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

namespace pmsite {
namespace {

std::string colour(std::string_view name) {
  SvgSheet sheet;
  sheet.append_colour("fill", name);
  return sheet.svg;
}

bool is_broken_by(double number) {
  SvgSheet sheet;
  sheet.append_number(1);
  CHECK_FALSE(sheet.is_broken);
  sheet.append_number(number);
  sheet.append_number(2);  // what follows does not mend it
  return sheet.is_broken;
}

}  // namespace

TEST_CASE("numbers, attributes and points are appended with one decimal") {
  SvgSheet sheet;
  sheet.append_number(12.34);
  sheet.append_number_attribute("cx", -0.06);
  sheet.append_number_attribute("cy", 3);
  sheet.svg += ' ';
  sheet.append_point(1.5, -2);
  CHECK(sheet.svg == "12.3 cx=\"-0.1\" cy=\"3\" 1.5,-2");
  CHECK_FALSE(sheet.is_broken);
}

TEST_CASE("a coordinate that is no number, or one of another world, breaks the picture") {
  CHECK(is_broken_by(std::nan("")));
  CHECK(is_broken_by(std::numeric_limits<double>::infinity()));
  CHECK(is_broken_by(-std::numeric_limits<double>::infinity()));
  CHECK(is_broken_by(1e300));
  CHECK_FALSE(is_broken_by(65'535));
}

TEST_CASE("a broken attribute or point breaks the picture, too") {
  SvgSheet attribute, point;
  attribute.append_number_attribute("cx", std::nan(""));
  point.append_point(1, std::nan(""));
  CHECK(attribute.is_broken);
  CHECK(point.is_broken);
}

TEST_CASE("colours are those of CSS, in lower case, and others are left out") {
  CHECK(colour("Navy") == " fill=\"navy\"");
  CHECK(colour("#FF0000") == " fill=\"#ff0000\"");
  CHECK(colour("#F00") == " fill=\"#f00\"");
  for (const std::string_view other :
       {"", "gray50", "#12345", "red\"><script>", "url(#x)", "0.5 1 1", "red:blue"})
    CHECK_MESSAGE(colour(other).empty(), other);
}

TEST_CASE("a box grows around its parts, and the first part makes it") {
  SvgSheet sheet;
  sheet.widen_box({10, 20, 30, 40});
  CHECK(sheet.box.left == 10);
  CHECK(sheet.box.top == 20);
  sheet.widen_box({15, 10, 20, 50});
  sheet.widen_box({5, 25, 35, 30});
  CHECK(sheet.box.left == 5);
  CHECK(sheet.box.top == 10);
  CHECK(sheet.box.right == 35);
  CHECK(sheet.box.bottom == 50);
}

}  // namespace pmsite
