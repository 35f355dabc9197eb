// SPDX-License-Identifier: MIT
#include "engine/hash.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {

// Expected: XXH3_128bits of the xxHash specification, as `xxhsum -H2` prints it.
TEST_CASE("a fingerprint is the XXH3 hash of the bytes, as 32 hexadecimal digits") {
  CHECK(fingerprint("") == "99aa06d3014798d86001c324468d497f");
  CHECK(fingerprint("a") == "a96faf705af16834e6c632b61e964e1f");
  CHECK(fingerprint("abc") == "06b05ab6733a618578af5f94892f3950");
}

TEST_CASE("every byte counts, zero bytes too") {
  CHECK(fingerprint(std::string_view("a\0", 2)) != fingerprint("a"));
  CHECK(fingerprint(std::string_view("\0", 1)) != fingerprint(""));
  CHECK(fingerprint("ab") != fingerprint("ba"));
}

TEST_CASE("texts of any length have a fingerprint of the same length, which never changes") {
  std::string text;
  for (int i = 0; i < 300; ++i, text += 'x') CHECK(fingerprint(text).size() == 32);
  CHECK(fingerprint(text) == fingerprint(std::string(300, 'x')));
}

}  // namespace pmsite
