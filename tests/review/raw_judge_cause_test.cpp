// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

namespace pmsite {

using judging::met;
using judging::Sample;

TEST_CASE("a mechanism is a cause in detail") {
  CHECK(met("cause_detail", Sample{.cause = "The index was dropped by the migration, so each request read "
                                            "the whole table, and the pool of connections ran empty."}
                                .text()));
}

TEST_CASE("a cause that nobody knows is not explained") {
  for (const std::string_view line : {
           "Unknown. We read the dump three times and tried to repeat it with forty robots on a copy, but it "
           "did not happen again.",
           "The vendor never told us what was wrong on their side, and in our own systems, which we searched "
           "for days, nothing was found.",
           "We still do not know why the lines were cut, although we asked the carrier and waited for its "
           "answer the whole week.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(met("cause_detail", Sample{.cause = line}.text()));
  }
}

}  // namespace pmsite
