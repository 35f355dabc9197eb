// SPDX-License-Identifier: MIT
#include "base/byte_stream.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string sample() {
  ByteWriter writer;
  writer.number(7);
  writer.text("caf\xC3\xA9");
  writer.text(std::string("a\0b", 3));
  writer.number(0xFFFFFFFF);
  return writer.take();
}

}  // namespace

TEST_CASE("what was written is read in the same order") {
  const std::string bytes = sample();
  ByteReader reader(bytes);
  CHECK(reader.number() == 7);
  CHECK(reader.text() == "caf\xC3\xA9");
  CHECK(reader.text() == std::string_view("a\0b", 3));
  CHECK(reader.number() == 0xFFFFFFFF);
  CHECK(reader.is_whole());
  CHECK(reader.is_at_end());
}

TEST_CASE("bytes that end early are noticed wherever they end") {
  const std::string bytes = sample();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    ByteReader reader(std::string_view(bytes).substr(0, length));
    reader.number();
    reader.text();
    reader.text();
    reader.number();
    CHECK_FALSE(reader.is_whole());
    CHECK(reader.number() == 0);
    CHECK(reader.text().empty());
  }
}

TEST_CASE("a count above what the bytes can hold is none") {
  ByteWriter writer;
  writer.number(1'000'000'000);
  writer.text("x");
  const std::string bytes = writer.take();
  ByteReader reader(bytes);
  CHECK(reader.count() == 0);
  CHECK_FALSE(reader.is_whole());
}

}  // namespace pmsite
