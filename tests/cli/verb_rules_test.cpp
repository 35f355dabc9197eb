// SPDX-License-Identifier: MIT
#include "cli/verb_rules.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "check/checker.hpp"
#include "engine/json.hpp"
#include "support/run.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace pmsite {
namespace {

std::string table(int columns) {
  Environment environment;
  environment.out_columns = columns;
  std::ostringstream out;
  CHECK(run_rules({}, environment, out) == 0);
  return out.str();
}

int widest(const std::string& text) {
  int most = 0;
  for (const auto line : split(text, '\n')) most = std::max(most, count_characters(line));
  return most;
}

}  // namespace

TEST_CASE("all rules are listed on standard output, and no site is needed") {
  const TemporaryFolder folder;
  const Run run = run_inside(folder.path(), {"rules"});
  CHECK(run.status == 0);
  CHECK(run.error == "");
  CHECK(run.out.starts_with("rule "));
  for (const auto* rule : all_rules())
    CHECK_MESSAGE(count_of(run.out, "\n" + std::string(rule->id) + " ") == 1, std::string(rule->id));
}

TEST_CASE("the table is as wide as the terminal, within reason") {
  CHECK(widest(table(0)) <= 100);
  CHECK(widest(table(0)) > 90);
  CHECK(table(300) == table(0));
  CHECK(table(100) == table(0));
  CHECK(count_of(table(80), "\n") > count_of(table(0), "\n"));
  CHECK(table(20) == table(72));
}

TEST_CASE("programs get a list with every field of every rule") {
  const TemporaryFolder folder;
  const Run run = run_inside(folder.path(), {"rules", "--format", "json"});
  CHECK(run.status == 0);
  const auto json = parse_json(run.out);
  REQUIRE(json);
  std::string ids;
  for (const auto* rule : all_rules()) ids += (ids.empty() ? "" : "|") + std::string(rule->id);
  CHECK(column(*json, "id") == ids);
  for (const auto& rule : *json->get_if<Value::List>())
    for (const std::string field : {"level", "why", "wrong", "right", "basis", "profiles", "may_be_allowed"})
      CHECK(rule.find(field) != nullptr);
}

TEST_CASE("levels are coloured where it is asked for") {
  const TemporaryFolder folder;
  CHECK(run_inside(folder.path(), {"rules", "--color", "always"}).out.find("\x1b[1;31merror  \x1b[0m") !=
        std::string::npos);
  CHECK(run_inside(folder.path(), {"rules"}).out.find('\x1b') == std::string::npos);
}

}  // namespace pmsite
