// SPDX-License-Identifier: MIT
#include "model/architecture.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a component is found by its exact name") {
  Architecture architecture;
  architecture.components = {{"cache", "The cache", {}, {}, {}, {}}, {"checkout", {}, {}, {}, {}, {}}};
  REQUIRE(architecture.find("cache") != nullptr);
  CHECK(architecture.find("cache") == &architecture.components[0]);
  CHECK(architecture.find("checkout") == &architecture.components[1]);
  CHECK(architecture.find("Cache") == nullptr);
  CHECK(architecture.find("The cache") == nullptr);
  CHECK(architecture.find("") == nullptr);
}

}  // namespace pmsite
