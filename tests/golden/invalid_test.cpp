// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "check/checker.hpp"
#include "support/golden.hpp"
#include "support/run.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <set>
#include <vector>

// Each folder of tests/invalid is a site that breaks the rule it is named after, and no other; `expected.txt`
// holds what an author then reads.

using namespace pmsite;

namespace {

namespace fs = std::filesystem;

/// The rules that a printed report names at the given levels: "error[timeline-order]: ...".
std::set<std::string> rules_in(const std::string& report, const std::set<Level>& levels) {
  std::set<std::string> rules;
  for (const auto line : split(report, '\n')) {
    const auto open = line.find('['), close = line.find("]: ");
    if (close == std::string_view::npos || open > close) continue;
    for (const auto level : levels)
      if (line.substr(0, open) == level_name(level)) rules.emplace(line.substr(open + 1, close - open - 1));
  }
  return rules;
}

/// How a check of a site that breaks the rule ends.
int status_for(const Rule& rule) {
  if (rule.level != Level::error) return 0;
  return rule.id.starts_with("template-") ? 2 : 1;
}

}  // namespace

TEST_CASE("each invalid site fires its rule and no other, in the words that are expected") {
  for (const auto* rule : all_rules()) {
    const fs::path site = source_folder() / "tests/invalid" / rule->id;
    const bool is_note = rule->level == Level::note;
    CAPTURE(site.string());
    std::vector<std::string> arguments = {"check", "--no-cache", "-C", site.string()};
    if (is_note) arguments.emplace_back("-v");
    const Run run = run_inside(site, arguments);
    const std::set<std::string> fired = rules_in(run.error, {Level::error, Level::warning});
    if (is_note) {
      CHECK(fired.empty());
      CHECK(rules_in(run.error, {Level::note}).contains(std::string(rule->id)));
    } else {
      CHECK(fired == std::set<std::string>{std::string(rule->id)});
    }
    CHECK(run.status == status_for(*rule));
    check_text(run.error, site / "expected.txt");
  }
}

TEST_CASE("a site with an error is not published") {
  for (const auto* rule : all_rules()) {
    if (rule->level != Level::error) continue;
    const fs::path site = source_folder() / "tests/invalid" / rule->id;
    CAPTURE(site.string());
    const TemporaryFolder folder;
    const Run run = run_inside(
        site, {"build", "--no-cache", "-C", site.string(), "-o", (folder.path() / "public").string()});
    CHECK(run.status != 0);
    CHECK(read_tree(folder.path()).empty());
  }
}

TEST_CASE("with --strict a warning is enough to stop a build") {
  const fs::path site = source_folder() / "tests/invalid/raw-html";
  const TemporaryFolder folder;
  const std::string output = (folder.path() / "public").string();
  CHECK(run_inside(site, {"build", "--no-cache", "-C", site.string(), "-o", output, "--strict"}).status == 1);
  CHECK(read_tree(folder.path()).empty());
  CHECK(run_inside(site, {"build", "--no-cache", "-C", site.string(), "-o", output}).status == 0);
}
