// SPDX-License-Identifier: MIT
#include "check/checker.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace pmsite;

namespace {

std::string rules_page() {
  std::string page =
      "---\n"
      "title: Rules\n"
      "description: Everything that pmsite check looks for, and why.\n"
      "---\n\n"
      "`pmsite check` and `pmsite build` report breaches of these rules, each with its file, line and "
      "column. An error stops\n"
      "the build; a warning stops it with `--strict`. Ids are never reused.\n\n"
      "| rule | level | why |\n|---|---|---|\n";
  for (const auto* rule : all_rules())
    page += fmt::format("| `{}` | {} | {} |\n", rule->id, rule->level == Level::error ? "error" : "warning",
                        rule->why);
  return page;
}

}  // namespace

TEST_CASE("the manual's page of rules is the table of the program") {
  check_text(rules_page(), source_folder() / "content/pages/rules.md");
}
