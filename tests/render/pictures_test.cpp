// SPDX-License-Identifier: MIT
#include "render/pictures.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr std::string_view kTemplate =
    "<svg class=\"diagram\" viewBox=\"0 0 12.5 30\" aria-labelledby=\"\x01title\">"
    "<g class=\"node \x02"
    "cache\x02 big\" id=\"\x01node-1\"/><g class=\"node \x02"
    "db\x02\"/></svg>";

}  // namespace

TEST_CASE("a picture has its own ids, a title and its natural size") {
  CHECK(fill_picture(kTemplate, {"d1-", "How it flows"}, {}) ==
        "<svg class=\"diagram\" viewBox=\"0 0 12.5 30\" aria-labelledby=\"d1-title\" width=\"12.5\" "
        "height=\"30\">"
        "<title id=\"d1-title\">How it flows</title>"
        "<g class=\"node  big\" id=\"d1-node-1\"/><g class=\"node \"/></svg>");
}

TEST_CASE("nodes have the class of their component's state") {
  const std::string svg =
      fill_picture(kTemplate, {"a-", "T"}, {{"cache", ComponentState::down}, {"other", ComponentState::ok}});
  CHECK(svg.find("<g class=\"node state-down big\" id=\"a-node-1\"/>") != std::string::npos);
  CHECK(svg.find("<g class=\"node \"/>") != std::string::npos);
}

TEST_CASE("each state has its class") {
  for (const auto state : {ComponentState::ok, ComponentState::degraded, ComponentState::down,
                           ComponentState::maintenance, ComponentState::unknown})
    CHECK(fill_picture(kTemplate, {"a-", "T"}, {{"db", state}}).find("state-" + std::string(word(state))) !=
          std::string::npos);
}

TEST_CASE("the title is escaped") {
  CHECK(fill_picture("<svg viewBox=\"0 0 1 1\"></svg>", {"a-", "</title><script>\"&"}, {}) ==
        "<svg viewBox=\"0 0 1 1\" width=\"1\" height=\"1\"><title "
        "id=\"a-title\">&lt;/title&gt;&lt;script&gt;&quot;&amp;</title></svg>");
}

TEST_CASE("a picture without a size gets none") {
  CHECK(fill_picture("<svg></svg>", {"a-", "T"}, {}) == "<svg><title id=\"a-title\">T</title></svg>");
}

}  // namespace pmsite
