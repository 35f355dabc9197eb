// SPDX-License-Identifier: MIT
#include "engine/dot_attributes.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string fault_of(std::string name, std::string value) {
  const auto fault = check_attribute({std::move(name), std::move(value), 3});
  return fault ? fault->message : "";
}

bool is_allowed(std::string name, std::string value) {
  return fault_of(std::move(name), std::move(value)).empty();
}

}  // namespace

TEST_CASE("attributes that are not on the list are named, with the nearest that is") {
  CHECK(fault_of("image", "x.png") == "attribute `image` is not allowed");
  CHECK(fault_of("lable", "x") == "attribute `lable` is not allowed; did you mean `label`?");
  CHECK(check_attribute({"image", "", 3})->line == 3);
}

TEST_CASE("attributes that read files, load fonts or switch on faulty code are refused") {
  for (const auto* name : {"image", "imagepath", "shapefile", "fontpath", "fontname", "stylesheet",
                           "_background", "layout", "layers", "page", "viewport", "dpi", "rotate", "charset",
                           "peripheries", "sides", "concentrate", "nslimit"})
    CHECK_MESSAGE(!is_allowed(name, "1"), std::string(name));
  CHECK_FALSE(is_allowed("shape", "epsf"));
  CHECK_FALSE(is_allowed("splines", "ortho"));
}

TEST_CASE("facts about architectures are allowed") {
  for (const auto* name : {"kind", "owner", "runbook", "monitored_by"})
    CHECK(is_allowed(name, "soft: anything"));
}

TEST_CASE("numbers must be plain and in range") {
  CHECK(fault_of("minlen", "2000000000") == "`minlen` must be a whole number from 0 to 20, not `2000000000`");
  CHECK(is_allowed("minlen", "3"));
  CHECK_FALSE(is_allowed("minlen", "1.5"));
  CHECK_FALSE(is_allowed("minlen", "-1"));
  CHECK(is_allowed("fontsize", "10.5"));
  CHECK_FALSE(is_allowed("fontsize", "1e1"));
  CHECK_FALSE(is_allowed("fontsize", "inf"));
  CHECK_FALSE(is_allowed("fontsize", "nan"));
  CHECK_FALSE(is_allowed("fontsize", "5000"));
  CHECK(is_allowed("margin", "0.2,0.1"));
  CHECK_FALSE(is_allowed("margin", "0.2,0.1,0.3"));
  CHECK_FALSE(is_allowed("margin", "0.2,"));
}

TEST_CASE("links must be allowed URLs without escapes") {
  CHECK(is_allowed("URL", "https://example.org/?a=1&b=2"));
  CHECK(is_allowed("href", "#section"));
  CHECK_FALSE(is_allowed("URL", "javascript:alert(1)"));
  CHECK_FALSE(is_allowed("href", " java\tscript:alert(1)"));
  CHECK_FALSE(is_allowed("URL", "data:text/html,x"));
  CHECK_FALSE(is_allowed("URL", "\\N"));
}

TEST_CASE("colours are those that a browser knows") {
  CHECK(is_colour("#abc"));
  CHECK(is_colour("#A0b1C2"));
  CHECK(is_colour("Red"));
  CHECK_FALSE(is_colour("#abcd"));
  CHECK_FALSE(is_colour("#ggg"));
  CHECK_FALSE(is_colour("gray50"));
  CHECK_FALSE(is_colour("red:blue"));
  CHECK_FALSE(is_colour("var(--x)"));
  CHECK_FALSE(is_colour(""));
}

TEST_CASE("styles, shapes, classes and ids come from lists and letters") {
  CHECK(is_allowed("style", "filled, rounded"));
  CHECK_FALSE(is_allowed("style", "filled,setlinewidth(2)"));
  CHECK(is_allowed("shape", "cylinder"));
  CHECK_FALSE(is_allowed("shape", "custom"));
  CHECK(is_allowed("class", "a b-c_d9"));
  CHECK_FALSE(is_allowed("class", "a\" onclick=\"x"));
  CHECK(is_allowed("id", "a-1"));
  CHECK_FALSE(is_allowed("id", "1a"));
}

TEST_CASE("values may not be longer than a reader reads") {
  CHECK(is_allowed("label", std::string(2000, 'x')));
  CHECK(fault_of("label", std::string(2001, 'x')) == "`label` has 2001 bytes; at most 2000 are allowed");
}

TEST_CASE("an empty value is not set and always right") {
  CHECK(is_allowed("color", ""));
  CHECK(is_allowed("minlen", ""));
}

}  // namespace pmsite
