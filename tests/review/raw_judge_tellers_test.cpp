// SPDX-License-Identifier: MIT
#include "review/raw_judge_tellers.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a step of a repair is told from a word that only says it went well") {
  for (const std::string_view text :
       {"restarted the queue", "rolled back", "raised the limit", "replaced the disk"}) {
    CAPTURE(text);
    CHECK(repair_step_in(text).weight > 0);
    CHECK_FALSE(is_vague_step(repair_step_in(text)));
  }
  CHECK(is_vague_step(repair_step_in("it was fixed")));
  CHECK(repair_step_in("the sky is blue").weight == 0);
}

TEST_CASE("different steps are counted once each, and a deployed hotfix is one") {
  Statement statement;
  statement.text = "Restarted it, restarted it again, and cleared the cache";
  CHECK(count_of(steps_in(statement)) == 2);
  statement.text = "A hotfix was deployed";
  CHECK(count_of(steps_in(statement)) == 1);
}

TEST_CASE("in a joint section the repair begins where somebody acts") {
  const auto post = read_raw_post(SourceText(
      "a.md",
      "# A\n\n## Root cause and resolution\n\nThe disk was full because of the logs. I wrote them there.\n\n"
      "We moved the logs to another disk and restarted the shop.\n"));
  const auto reading = read_statements(post);
  const Tellers tellers(reading.statements);
  int causes = 0, repairs = 0;
  for (const auto& statement : reading.statements)
    causes += tellers.is_cause(statement), repairs += tellers.is_repair(statement);
  CHECK(causes == 2);
  CHECK(repairs == 1);
  CHECK(tellers.has_repair());
}

}  // namespace pmsite
