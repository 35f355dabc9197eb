// SPDX-License-Identifier: MIT
#include "render/style_sheet.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {

TEST_CASE("comments, indentation and empty lines are dropped, rules stay") {
  CHECK(squeeze_css("/* Page */\n\na { color: red; }\n\n  /* two\n lines */\n  b { margin: 0 auto; }\n") ==
        "a { color: red; }\nb { margin: 0 auto; }\n");
  CHECK(squeeze_css("margin: 1px/**/2px") == "margin: 1px 2px");
  CHECK(squeeze_css("a { b: c } /* d */\n") == "a { b: c } \n");
}

TEST_CASE("what stands in quotation marks is no comment") {
  const std::string css = "a::before { content: \"/* no */  \\\" /*\"; } b { content: '\"/*'; }\n";
  CHECK(squeeze_css(css) == css);
  CHECK(squeeze_css("a { b: url(/x/*/y.png) } /* c */") == "a { b: url(/x/*/y.png) } ");
}

TEST_CASE("a licence stays") { CHECK(squeeze_css("/*! MIT */\na {}\n") == "/*! MIT */\na {}\n"); }

TEST_CASE("what is never closed ends with the file") {
  CHECK(squeeze_css("a {} /* open") == "a {} ");
  CHECK(squeeze_css("a { content: \"open") == "a { content: \"open");
  CHECK(squeeze_css("a { content: \"open\\") == "a { content: \"open\\");
  CHECK(squeeze_css("").empty());
}

}  // namespace pmsite
