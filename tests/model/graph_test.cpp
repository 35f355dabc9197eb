// SPDX-License-Identifier: MIT
#include "model/graph.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("an attribute is found by its exact name, and is empty where it is not set") {
  const Attributes attributes = {{"kind", "soft"}, {"label", "Cache"}};
  CHECK(std::string(attribute(attributes, "kind")) == "soft");
  CHECK(std::string(attribute(attributes, "label")) == "Cache");
  CHECK(attribute(attributes, "Label").empty());
  CHECK(attribute({}, "kind").empty());
}

}  // namespace pmsite
