// SPDX-License-Identifier: MIT
#include "cli/rule_text.hpp"

#include "base/text.hpp"
#include "check/checker.hpp"
#include "cli/paragraphs.hpp"
#include "model/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

constexpr std::string_view kIndent = "    ";

std::string_view need_word(Need need) {
  constexpr std::string_view kWords[] = {"optional", "advised", "required"};
  return kWords[static_cast<std::size_t>(need)];
}

Need need_in(const Rule& rule, std::string_view profile) {
  return needs_of(rule.id).in(*find_profile(profile));
}

/// "alx, sre": the profiles that want the rule this much.
std::string profiles_with(const Rule& rule, Need need) {
  std::vector<std::string> names;
  for (const auto name : profile_names())
    if (need_in(rule, name) == need) names.emplace_back(name);
  return join(names, ", ");
}

std::string counts_for(const Rule& rule) {
  std::string required = profiles_with(rule, Need::required);
  const std::string advised = profiles_with(rule, Need::advised);
  if (advised.empty() && profiles_with(rule, Need::optional).empty()) return "every profile";
  if (advised.empty()) return required;
  const std::string advice = fmt::format("advised for {}, where it is a note", advised);
  return required.empty() ? advice : fmt::format("{}; {}", required, advice);
}

std::string exception_for(const Rule& rule) {
  if (!may_be_allowed(rule.id)) return "none: the pages, or their safety, rest on it";
  return fmt::format("`<!-- pmsite-allow {}: why -->` in the body of the post", rule.id);
}

/// A heading and what stands under it, both told apart from the next by an empty line; nothing without a
/// text.
std::string block(std::string_view heading, std::string_view color, const Colors& colors,
                  std::string_view text) {
  if (text.empty()) return {};
  return fmt::format("\n{}{}:{}\n{}", color, heading, colors.reset, indented(text, kIndent));
}

std::string line(std::string_view heading, const Colors& colors, std::string_view text, int columns) {
  constexpr int kHeadingColumns = 12;
  const auto lines = wrap(text, columns - kHeadingColumns);
  std::string result = fmt::format("{}{}:{}{}{}\n", colors.strong, heading, colors.reset,
                                   std::string(kHeadingColumns - 1 - heading.size(), ' '), lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i)
    result += std::string(kHeadingColumns, ' ') + lines[i] + "\n";
  return result;
}

/// Our own prose as Markdown: what is not code is shown as it stands.
std::string prose_as_markdown(std::string_view text) {
  constexpr std::string_view kMarks = "\\<>*_[]#|~&";
  std::string escaped;
  bool in_code = false;
  for (const char c : text) {
    if (c == '`') in_code = !in_code;
    if (!in_code && kMarks.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// An example between fences that are longer than any inside of it.
std::string fenced(std::string_view text) {
  std::size_t longest = 2, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fmt::format("{}text\n{}\n{}\n", fence, text, fence);
}

struct TableWidths {
  int id = 0, why = 0;
};

/// ● for required, ○ for advised, · for neither.
std::string_view mark_of(Need need) {
  constexpr std::string_view kMarks[] = {"·", "○", "●"};
  return kMarks[static_cast<std::size_t>(need)];
}

std::string table_row(const Rule& rule, const Colors& colors, const TableWidths& widths) {
  const auto lines = wrap(rule.why, widths.why);
  std::string head = fmt::format("{:{}}  {}{:7}{}", rule.id, widths.id, color_of(colors, rule.level),
                                 level_name(rule.level), colors.reset);
  int columns = widths.id + 2 + 7;
  for (const auto name : profile_names()) {
    head += fmt::format("  {}{}", mark_of(need_in(rule, name)), std::string(name.size() - 1, ' '));
    columns += 2 + static_cast<int>(name.size());
  }
  std::string row = fmt::format("{}  {}\n", head, lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i)
    row += std::string(static_cast<std::size_t>(columns) + 2, ' ') + lines[i] + "\n";
  return row;
}

}  // namespace

std::string format_rule(const Rule& rule, Coloring coloring, int columns) {
  const Colors colors = colors_of(coloring);
  const auto indent = static_cast<int>(kIndent.size());
  std::string text = fmt::format("{}{}[{}]{}\n\n", color_of(colors, rule.level), level_name(rule.level),
                                 rule.id, colors.reset);
  for (const auto& each : wrap(rule.why, columns)) text += each + "\n";
  text += block("Wrong", colors.error, colors, rule.wrong);
  text += block("Right", colors.good, colors, rule.right);
  const std::vector<std::string> basis = wrap(rule.basis, columns - indent);
  text += block("Rests on", colors.strong, colors, join(basis, "\n"));
  text += "\n" + line("Counts for", colors, counts_for(rule), columns);
  return text + line("Exceptions", colors, exception_for(rule), columns);
}

std::string format_rule_table(const std::vector<const Rule*>& rules, Coloring coloring, int columns) {
  constexpr int kLeastWhy = 30;
  const Colors colors = colors_of(coloring);
  TableWidths widths;
  for (const auto* rule : rules) widths.id = std::max(widths.id, static_cast<int>(rule->id.size()));
  std::string head = fmt::format("{:{}}  {:7}", "rule", widths.id, "level");
  for (const auto name : profile_names()) head += fmt::format("  {}", name);
  widths.why = std::max(kLeastWhy, columns - static_cast<int>(head.size()) - 2);
  std::string table = fmt::format("{}{}  why{}\n", colors.strong, head, colors.reset);
  for (const auto* rule : rules) table += table_row(*rule, colors, widths);
  return table + fmt::format(
                     "\n{}; ● required, ○ advised (a note, shown with -v), · not asked\n"
                     "`pmsite explain RULE` tells more\n",
                     counted(rules.size(), "rule"));
}

Value rule_value(const Rule& rule) {
  Value::Object profiles;
  for (const auto name : profile_names())
    profiles.emplace_back(std::string(name), need_word(need_in(rule, name)));
  return Value::Object{{"id", rule.id},
                       {"level", level_name(rule.level)},
                       {"why", rule.why},
                       {"wrong", rule.wrong},
                       {"right", rule.right},
                       {"basis", rule.basis},
                       {"profiles", std::move(profiles)},
                       {"may_be_allowed", may_be_allowed(rule.id)}};
}

std::string rule_as_text(const Rule& rule) {
  std::string text(rule.why);
  if (!rule.wrong.empty()) text += fmt::format("\n\nWrong:\n{}", rule.wrong);
  if (!rule.right.empty()) text += fmt::format("\n\nRight:\n{}", rule.right);
  if (!rule.basis.empty()) text += fmt::format("\n\nRests on: {}", rule.basis);
  return text;
}

std::string rule_as_markdown(const Rule& rule) {
  std::string text = prose_as_markdown(rule.why) + "\n";
  if (!rule.wrong.empty()) text += "\n**Wrong**\n\n" + fenced(rule.wrong);
  if (!rule.right.empty()) text += "\n**Right**\n\n" + fenced(rule.right);
  if (!rule.basis.empty()) text += "\n**Rests on** " + prose_as_markdown(rule.basis) + "\n";
  return text;
}

}  // namespace pmsite
