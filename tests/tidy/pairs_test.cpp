// SPDX-License-Identifier: MIT
#include "check/checker.hpp"
#include "tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

// Whatever comes in pairs is there twice: a unit and its test, a rule and its example, a rule and its line of
// the manual.

namespace pmsite::tidy {
namespace {

namespace fs = std::filesystem;

fs::path root() { return PMSITE_SOURCE_FOLDER; }

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

Problems units_without_test(const std::vector<SourceFile>& files, const fs::path& tests) {
  Problems problems;
  for (const auto& file : files) {
    if (!file.path.ends_with(".cpp") || file.path == "main.cpp") continue;
    const std::string test = file.path.substr(0, file.path.size() - 4) + "_test.cpp";
    if (!fs::is_regular_file(tests / test)) add(problems, file, 1, "has no test; write tests/" + test);
  }
  return problems;
}

std::set<std::string> rule_ids() {
  std::set<std::string> ids;
  for (const Rule* rule : all_rules()) ids.emplace(rule->id);
  return ids;
}

}  // namespace

TEST_CASE("each unit has a test of the same name") {
  CHECK(list(units_without_test(generator_sources(), root() / "tests")) == "");
}

TEST_CASE("a unit without a test is named") {
  CHECK(list(units_without_test({source_file("base/text.cpp", ""), source_file("base/none.cpp", ""),
                                 source_file("base/value.hpp", ""), source_file("main.cpp", "")},
                                root() / "tests")) ==
        "generator/base/none.cpp:1: has no test; write tests/base/none_test.cpp");
}

TEST_CASE("each rule has a site that breaks it, and each such site has a rule") {
  std::set<std::string> folders;
  for (const auto& entry : fs::directory_iterator(root() / "tests/invalid"))
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  const auto ids = rule_ids();
  for (const auto& id : ids)
    CHECK_MESSAGE(folders.contains(id), "tests/invalid/", id,
                  "/ is missing: add a site that breaks this rule and no other");
  for (const auto& folder : folders)
    CHECK_MESSAGE(ids.contains(folder), "tests/invalid/", folder,
                  "/ has no rule in all_rules(): remove it, or add the rule");
}

TEST_CASE("each rule is in the manual, and the manual has no other") {
  const std::string page = text_of(root() / "content/pages/rules.md");
  std::set<std::string> documented;
  constexpr std::string_view kRow = "\n| [`";
  for (auto at = page.find(kRow); at != std::string::npos; at = page.find(kRow, at + 1)) {
    const auto begin = at + kRow.size();
    documented.insert(page.substr(begin, page.find('`', begin) - begin));
  }
  const auto ids = rule_ids();
  for (const auto& id : ids)
    CHECK_MESSAGE(documented.contains(id), "content/pages/rules.md has no row for `", id, "`: add it");
  for (const auto& id : documented)
    CHECK_MESSAGE(ids.contains(id), "content/pages/rules.md tells of `", id,
                  "`, which is no rule: remove the row");
}

}  // namespace pmsite::tidy
