// SPDX-License-Identifier: MIT
#include "cli/verb_schema.hpp"

#include "engine/json.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("the schema goes to standard output as JSON, and no site is needed") {
  const TemporaryFolder folder;
  const Run run = run_inside(folder.path(), {"schema"});
  CHECK(run.status == 0);
  CHECK(run.error == "");
  const auto json = parse_json(run.out);
  REQUIRE(json);
  CHECK(text_at(*json, "$schema") == "http://json-schema.org/draft-07/schema#");
  CHECK(json->find("properties") != nullptr);
}

}  // namespace pmsite
