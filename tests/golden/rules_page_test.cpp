// SPDX-License-Identifier: MIT
#include "check/checker.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace pmsite;

namespace {

constexpr std::string_view kIntroduction =
    "---\n"
    "title: Rules\n"
    "description: Everything that pmsite check looks for, and why.\n"
    "---\n\n"
    "`pmsite check` and `pmsite build` report breaches of these rules, each with its file, line and column. "
    "An error\n"
    "stops the build. A warning stops it with `--strict`. A note is advice, and is shown with `-v`.\n\n"
    "A profile may only advise what a rule asks: then its breaches are notes. `pmsite explain RULE` prints "
    "what stands\n"
    "here for one rule. Ids are never reused.\n\n"
    "An author may break most rules on purpose, with a line in the body that names the rule and gives the "
    "reason:\n\n"
    "~~~~markdown\n<!-- pmsite-allow timeline-gap: nobody was awake, and nothing was done -->\n~~~~\n\n"
    "It counts for that post, and `pmsite review` shows it to the peer.\n\n";

std::string names(const std::vector<std::string>& list) {
  std::string text;
  for (std::size_t i = 0; i < list.size(); ++i)
    text += (i == 0 ? "" : i + 1 == list.size() ? " and " : ", ") + ("`" + list[i] + "`");
  return text;
}

/// "every profile", "`alx`; advised by `learning` and `sre`".
std::string profiles(const Rule& rule) {
  const Needs needs = needs_of(rule.id);
  std::vector<std::string> required, advised;
  for (const auto& [name, need] :
       {std::pair("alx", needs.alx), {"learning", needs.learning}, {"sre", needs.sre}}) {
    if (need == Need::required) required.emplace_back(name);
    if (need == Need::advised) advised.emplace_back(name);
  }
  if (required.size() == 3) return "every profile";
  return (required.empty() ? "" : names(required) + "; ") + "advised by " + names(advised);
}

/// A cell of a table is one line, and a bar would end it.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += c == '|' ? std::string("\\|") : std::string(1, c);
  return safe;
}

std::string table() {
  std::string text = "## All of them\n\n| rule | level | counts for | why |\n|---|---|---|---|\n";
  for (const auto* rule : all_rules())
    text += fmt::format("| [`{}`](#{}) | {} | {} | {} |\n", rule->id, rule->id, level_name(rule->level),
                        profiles(*rule), cell(rule->why));
  return text;
}

std::string entry(const Rule& rule) {
  return fmt::format(
      "\n### `{}`\n\n{}\n\nWrong:\n\n~~~~text\n{}\n~~~~\n\nRight:\n\n~~~~text\n{}\n~~~~\n\nRests on: {}{}\n",
      rule.id, rule.why, rule.wrong, rule.right, rule.basis,
      may_be_allowed(rule.id) ? "" : " It cannot be allowed: the pages, or their safety, are built on it.");
}

}  // namespace

TEST_CASE("the manual's page of rules is the table of the program") {
  std::string page = std::string(kIntroduction) + table() + "\n## One by one\n";
  for (const auto* rule : all_rules()) page += entry(*rule);
  check_text(page, source_folder() / "content/pages/rules.md");
}

TEST_CASE("each rule says why it is, what is wrong, what is right and what it rests on") {
  for (const auto* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    CHECK(rule->why.ends_with('.'));
    CHECK(!rule->wrong.empty());
    CHECK(!rule->right.empty());
    CHECK(rule->wrong != rule->right);
    CHECK(rule->basis.ends_with('.'));
  }
}

TEST_CASE("each rule counts for some profile") {
  for (const auto* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    const Needs needs = needs_of(rule->id);
    CHECK((needs.alx != Need::optional || needs.learning != Need::optional || needs.sre != Need::optional));
  }
}
