// SPDX-License-Identifier: MIT
#include "engine/build_identity.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace pmsite {

TEST_CASE("the identity names this program and its libraries, and is the same each time") {
  const std::string identity = build_identity();
  CHECK(identity == build_identity());
  const auto ids = split(identity, '\n');
  // This program, libc, libstdc++, Graphviz in several parts, and more.
  CHECK(ids.size() > 8);
  for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
    CHECK(ids[i].size() >= 16);
    CHECK(std::all_of(ids[i].begin(), ids[i].end(),
                      [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }));
  }
}

}  // namespace pmsite
