// SPDX-License-Identifier: MIT
#include "cli/rule_text.hpp"

#include "base/source.hpp"
#include "check/checker.hpp"
#include "engine/json.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

constexpr Rule kWhole{"whole-rule",
                      Level::error,
                      "Whoever reads this far wants to know why there is such a rule at all.",
                      "- 10:18 CET - b\n\n- 10:15 CET - a",
                      "- 10:15 CET - a\n- 10:18 CET - b",
                      "Something that was measured, in more words than fit a line of sixty columns."};
constexpr Rule kBare{"bare-rule", Level::warning, "Why."};

std::string plain(const Rule& rule, int columns = 60) { return format_rule(rule, Coloring::plain, columns); }

int widest(const std::string& text) {
  int most = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    most = std::max(most, count_characters(line));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  return most;
}

}  // namespace

TEST_CASE("a rule is told with its reason, its examples, what it rests on, and for whom it counts") {
  CHECK(plain(kWhole) ==
        "error[whole-rule]\n\n"
        "Whoever reads this far wants to know why there is such a\n"
        "rule at all.\n\n"
        "Wrong:\n"
        "    - 10:18 CET - b\n"
        "\n"
        "    - 10:15 CET - a\n\n"
        "Right:\n"
        "    - 10:15 CET - a\n"
        "    - 10:18 CET - b\n\n"
        "Rests on:\n"
        "    Something that was measured, in more words than fit a\n"
        "    line of sixty columns.\n\n"
        "Counts for: every profile\n"
        "Exceptions: none: the pages, or their safety, rest on it\n");
}

TEST_CASE("what a rule does not have is left out") {
  CHECK(plain(kBare) ==
        "warning[bare-rule]\n\nWhy.\n\n"
        "Counts for: every profile\n"
        "Exceptions: none: the pages, or their safety, rest on it\n");
}

TEST_CASE("headings and the level have colours, and every colour ends") {
  const std::string text = format_rule(kWhole, Coloring::colored, 60);
  CHECK(text.starts_with("\x1b[1;31merror[whole-rule]\x1b[0m\n"));
  CHECK(text.find("\n\x1b[1;31mWrong:\x1b[0m\n") != std::string::npos);
  CHECK(text.find("\n\x1b[1;32mRight:\x1b[0m\n") != std::string::npos);
  CHECK(count_of(text, "\x1b[0m") * 2 == count_of(text, "\x1b["));
}

TEST_CASE("a rule that only some profiles ask for says which, and how to break it with a reason") {
  const std::string text = plain(*find_rule("misleading-path-missing"), 80);
  CHECK(text.find("\nCounts for: alx; advised for learning, sre, where it is a note\n") != std::string::npos);
  CHECK(text.find("\nExceptions: `<!-- pmsite-allow misleading-path-missing: why -->` in the body of\n"
                  "            the post\n") != std::string::npos);
}

TEST_CASE("every rule of the program can be told in every form") {
  for (const auto* rule : all_rules()) {
    CAPTURE(std::string(rule->id));
    const std::string text = plain(*rule, 80);
    CHECK(text.find(std::string(rule->id) + "]\n\n") != std::string::npos);
    CHECK(text.ends_with("\n"));
    CHECK(text.find("\n\n\n") == std::string::npos);
    CHECK(rule_as_text(*rule).starts_with(rule->why));
    CHECK(rule_as_markdown(*rule).ends_with("\n"));
    CHECK(rule_value(*rule).get_if<Value::Object>()->size() == 8);
  }
}

TEST_CASE("the table has a row a rule, wrapped to its width, and a legend") {
  const std::string table = format_rule_table({&kBare, &kWhole}, Coloring::plain, 82);
  CHECK(table ==
        "rule        level    alx  learning  sre  why\n"
        "bare-rule   warning  ●    ●         ●    Why.\n"
        "whole-rule  error    ●    ●         ●    Whoever reads this far wants to know why\n"
        "                                         there is such a rule at all.\n"
        "\n"
        "2 rules; ● required, ○ advised (a note, shown with -v), · not asked\n"
        "`pmsite explain RULE` tells more\n");
}

TEST_CASE("the table of all rules keeps within its columns, and never squeezes the reasons") {
  CHECK(widest(format_rule_table(all_rules(), Coloring::plain, 100)) <= 100);
  const std::string narrow = format_rule_table({&kWhole}, Coloring::plain, 20);
  CHECK(narrow.find("  Whoever reads this far wants\n") != std::string::npos);
}

TEST_CASE("the table shows which profiles ask for a rule") {
  const std::string table = format_rule_table({find_rule("misleading-path-missing")}, Coloring::plain, 100);
  CHECK(table.find("  ●    ○         ○    ") != std::string::npos);
}

TEST_CASE("programs get all fields, empty where there is nothing") {
  CHECK(to_json(rule_value(kBare)) ==
        R"({"id":"bare-rule","level":"warning","why":"Why.","wrong":"","right":"","basis":"",)"
        R"("profiles":{"alx":"required","learning":"required","sre":"required"},"may_be_allowed":false})");
  const Value value = rule_value(*find_rule("misleading-path-missing"));
  CHECK(to_json(*value.find("profiles")) == R"({"alx":"required","learning":"advised","sre":"advised"})");
  CHECK(*value.find("may_be_allowed")->get_if<bool>());
}

TEST_CASE("the text of a rule has a paragraph for each part") {
  CHECK(rule_as_text(kBare) == "Why.");
  CHECK(rule_as_text(kWhole) == std::string(kWhole.why) + "\n\nWrong:\n" + std::string(kWhole.wrong) +
                                    "\n\nRight:\n" + std::string(kWhole.right) +
                                    "\n\nRests on: " + std::string(kWhole.basis));
}

TEST_CASE("the Markdown of a rule shows examples as they are, and prose without marks") {
  constexpr Rule kMarked{"marked-rule",       Level::error, "A <b> *tag* in `a_b*c` is [text].",
                         "```dot\n````\n```", "",           ""};
  CHECK(
      rule_as_markdown(kMarked) ==
      "A \\<b\\> \\*tag\\* in `a_b*c` is \\[text\\].\n\n**Wrong**\n\n`````text\n```dot\n````\n```\n`````\n");
  CHECK(rule_as_markdown(kBare) == "Why.\n");
}

}  // namespace pmsite
