// SPDX-License-Identifier: MIT
#include "check/word_stems.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::vector<Stem> stems(std::string_view text) {
  std::vector<Stem> found;
  append_stems(found, text);
  sort_stems(found);
  return found;
}

bool share(std::string_view a, std::string_view b) {
  const bool one_way = share_a_stem(stems(a), stems(b));
  CHECK(one_way == share_a_stem(stems(b), stems(a)));
  return one_way;
}

}  // namespace

TEST_CASE("the forms of a word share a stem") {
  for (const auto& [a, b] : std::initializer_list<std::pair<std::string, std::string>>{
           {"rehearsed", "Rehearse"},
           {"rule", "rules"},
           {"caching", "cache"},
           {"copy", "copies"},
           {"stopped", "stop"},
           {"dependency", "depends"},
           {"rebuilt", "rebuild"},
           {"fails", "failover"},
           {"deployed", "deployment"},
           {"alerting", "alerts"},
           {"rotation", "rotated"},
           {"process", "processes"},
           {"expired", "expiration"},
           {"configuration", "configured"},
           {"retries", "retry"},
           {"timing", "time"},
       }) {
    CAPTURE(a);
    CHECK(share(a, b));
  }
}

TEST_CASE("different words share none") {
  for (const auto& [a, b] : std::initializer_list<std::pair<std::string, std::string>>{{"pool", "Friday"},
                                                                                       {"data", "dates"},
                                                                                       {"capacity", "cable"},
                                                                                       {"alert", "alarm"},
                                                                                       {"less", "lesson"}}) {
    CAPTURE(a);
    CHECK_FALSE(share(a, b));
  }
}

TEST_CASE("words that say nothing have no stem") {
  CHECK(stems("That which they were, with every other one, had been made by them before.").empty());
  CHECK(stems("a b of 12 1234 2026-03-04").empty());
  CHECK(stems("").empty());
  CHECK(stems("\xE6\x99\x82 \xE2\x80\x94").empty());
}

TEST_CASE("acronyms count, however short, and only as themselves") {
  CHECK(share("the DNS was down", "DNS"));
  CHECK(share("S3", "moved to S3"));
  CHECK_FALSE(share("DB", "DBX"));
  CHECK_FALSE(share("IT", "Itemised"));
  CHECK_FALSE(share("the dns", "DNS"));  // in lower case it is a short word like any other
}

TEST_CASE("each stem is counted once") { CHECK(stems("check checks checking the pool").size() == 2); }

TEST_CASE("punctuation and markup end a word") {
  CHECK(share("`keepalive`", "keepalive,"));
  CHECK(share("rollback-plan", "Plan"));
  CHECK(
      share("pool\xE2\x80\x94"
            "broken",
            "pool"));
}

}  // namespace pmsite
