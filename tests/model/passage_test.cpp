// SPDX-License-Identifier: MIT
#include "model/passage.hpp"

#include <doctest/doctest.h>

using namespace pmsite;

namespace {

/// "one two|three": two pieces, the second on the next line.
Passage sample() {
  Passage passage;
  passage.text = "one two three";
  passage.pieces = {{0, {6, 3}}, {8, {7, 1}}};
  return passage;
}

}  // namespace

TEST_CASE("a range stands where its piece stands") {
  CHECK(sample().span({4, 7}) == span_on_line(6, 7, 3));
  CHECK(sample().span({8, 13}) == span_on_line(7, 1, 5));
}

TEST_CASE("a range over two pieces ends with the first, without the blank between") {
  CHECK(sample().span({4, 13}) == span_on_line(6, 7, 3));
}

TEST_CASE("a piece without a column names its line") {
  Passage passage = sample();
  passage.pieces[1].at.column = 0;
  CHECK(passage.span({8, 13}) == span_on_line(7, 1, 0));
}

TEST_CASE("an empty range is one byte long, and what stands before all pieces is on the first line") {
  CHECK(sample().span({4, 4}) == span_on_line(6, 7, 1));
  Passage passage = sample();
  passage.pieces.erase(passage.pieces.begin());
  CHECK(passage.span({0, 3}) == span_on_line(7, 1, 0));
  CHECK(Passage{}.span({0, 0}) == Span{});
}
