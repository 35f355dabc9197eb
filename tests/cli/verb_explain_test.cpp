// SPDX-License-Identifier: MIT
#include "cli/verb_explain.hpp"

#include "check/checker.hpp"
#include "cli/rule_text.hpp"
#include "engine/json.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

Run explain(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  std::vector<std::string> all = {"explain"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_inside(folder.path(), all);
}

}  // namespace

TEST_CASE("a rule is explained on standard output, and no site is needed") {
  const Run run = explain({"timeline-order"});
  CHECK(run.status == 0);
  CHECK(run.error == "");
  CHECK(run.out == format_rule(*find_rule("timeline-order"), Coloring::plain, 80));
}

TEST_CASE("programs get one object") {
  const Run run = explain({"timeline-order", "--format", "json"});
  CHECK(run.status == 0);
  const auto json = parse_json(run.out);
  REQUIRE(json);
  CHECK(text_at(*json, "id") == "timeline-order");
  CHECK(text_at(*json, "profiles.alx") == "required");
}

TEST_CASE("a rule that does not exist is wrong usage, answered with the nearest that does") {
  const Run run = explain({"timeline-ordr"});
  CHECK(run.status == 2);
  CHECK(run.out == "");
  CHECK(run.error == "error: there is no rule `timeline-ordr`\n  = help: did you mean `timeline-order`?\n");
  CHECK(explain({"frobnicate"}).error ==
        "error: there is no rule `frobnicate`\n  = help: `pmsite rules` lists them\n");
  CHECK(explain({"\x1b[31m"}).error.find('\x1b') == std::string::npos);
  CHECK(explain({"\x1b[31m", "--format", "json"}).status == 2);
}

TEST_CASE("a rule must be named, and only one") {
  const Run none = explain({});
  CHECK(none.status == 2);
  CHECK(none.error == "error: `explain` needs a RULE\n  = help: `pmsite explain --help` tells more\n");
  CHECK(explain({"timeline-order", "timeline-zone"}).status == 2);
}

TEST_CASE("every rule can be explained") {
  for (const auto* rule : all_rules()) CHECK(explain({std::string(rule->id)}).status == 0);
}

}  // namespace pmsite
