// SPDX-License-Identifier: MIT
#include "cli/review_printer.hpp"

#include "base/source.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

Instant instant_of(const StatedMoment& moment) {
  return instant_at(moment.date, moment.clock, moment.offset.value_or(std::chrono::minutes{0}));
}

/// "2026-03-04T10:12:00+01:00"; without an offset where the file names no zone.
Value moment_value(const std::optional<StatedMoment>& moment) {
  if (!moment) return {};
  std::string text = format_rfc3339(instant_of(*moment));
  if (!moment->offset) text.resize(std::string_view("2026-03-04T10:12:00").size());
  return text;
}

std::string moment_text(const StatedMoment& moment) {
  const Instant instant = instant_of(moment);
  return fmt::format("{} {}{}", format_date(moment.date), format_clock(instant),
                     moment.offset ? " " + format_offset(*moment.offset) : std::string());
}

std::string interval_line(const ReviewSheet& sheet) {
  if (!sheet.started) return "when it began is not stated in full";
  std::string text = "from " + moment_text(*sheet.started);
  if (!sheet.resolved) return text;
  text += " to " + moment_text(*sheet.resolved);
  const auto length = instant_of(*sheet.resolved).utc - instant_of(*sheet.started).utc;
  if (length.count() > 0) text += ", " + format_duration(length);
  return text;
}

std::string line_numbers(const std::vector<int>& lines) {
  std::vector<std::string> numbers;
  for (const int line : lines) numbers.push_back(std::to_string(line));
  if (numbers.empty()) return {};
  return (numbers.size() == 1 ? "line " : "lines ") + join(numbers, ", ");
}

/// A requirement that is met takes one line, one that is not takes a second for what would help.
std::string item_text(const ReviewSheet::Item& item, std::size_t width, const Colors& colors) {
  const auto& requirement = item.requirement;
  const auto& finding = item.finding;
  const std::string title = fmt::format("{:<{}}", requirement->title, width);
  if (finding.met) {
    const std::string where = line_numbers(finding.lines);
    return fmt::format("  {}✓{} {}  {}{}{}{}{}\n", colors.good, colors.reset, title, colors.quiet, where,
                       where.empty() || finding.evidence.empty() ? "" : ": ", printable(finding.evidence),
                       colors.reset);
  }
  return fmt::format("  {}✗{} {}{}{}{}\n      {}\n", colors.error, colors.reset, colors.strong, trim(title),
                     colors.reset, item.need == Need::advised ? " (advised)" : "", item.advice());
}

std::string summary_line(const ReviewSheet& sheet) {
  const int missing = sheet.required() - sheet.required_met();
  return fmt::format("  {} of {} met{}\n", sheet.required_met(), sheet.required(),
                     missing == 0 ? "" : fmt::format("; {} to write", missing));
}

Value optional_text(std::string_view text) { return text.empty() ? Value() : Value(text); }

}  // namespace

std::string format_sheet(const ReviewSheet& sheet, Coloring coloring) {
  const Colors colors = colors_of(coloring);
  std::size_t width = 0;
  for (const auto& item : sheet.items) width = std::max(width, item.requirement->title.size());
  std::string text = fmt::format("{}{}{}\n", colors.strong, printable(sheet.file), colors.reset);
  if (!sheet.title.empty()) text += fmt::format("  Title: {}\n", printable(sheet.title));
  text +=
      fmt::format("  {}, {}, {}, profile {}{}\n\n", interval_line(sheet),
                  counted(static_cast<std::size_t>(sheet.words), "word"),
                  sheet.timeline_entries == 1 ? "1 timeline entry"
                                              : fmt::format("{} timeline entries", sheet.timeline_entries),
                  sheet.profile, sheet.has_facts ? "" : ", raw Markdown");
  if (const auto nothing = nothing_to_review(sheet); !nothing.empty())
    return text + "  Nothing to review: " + nothing + "\n";
  for (const auto& item : sheet.items) text += item_text(item, width, colors);
  text += "\n" + summary_line(sheet);
  for (const auto& allowance : sheet.allowances)
    text += fmt::format("  allowed on line {}: {}, because {}\n", allowance.at.begin.line,
                        printable(allowance.rule),
                        allowance.reason.empty() ? "(no reason given)" : printable(allowance.reason));
  return text;
}

Value sheet_value(const ReviewSheet& sheet) {
  Value::Object roles;
  for (const auto& [role, line] : sheet.roles)
    roles.emplace_back(word(role), line == 0 ? Value() : Value(line));
  Value::List items;
  for (const auto& item : sheet.items) {
    Value::List lines(item.finding.lines.begin(), item.finding.lines.end());
    items.push_back(Value::Object{{"id", item.requirement->id},
                                  {"met", item.finding.met},
                                  {"need", item.need == Need::required ? "required" : "advised"},
                                  {"lines", std::move(lines)},
                                  {"evidence", optional_text(item.finding.evidence)},
                                  {"help", item.finding.met ? Value() : Value(item.advice())}});
  }
  Value::List allowances;
  for (const auto& each : sheet.allowances)
    allowances.push_back(
        Value::Object{{"rule", each.rule}, {"reason", each.reason}, {"line", each.at.begin.line}});
  return Value::Object{
      {"file", sheet.file},
      {"profile", sheet.profile},
      {"words", sheet.words},
      {"started_at", moment_value(sheet.started)},
      {"resolved_at", moment_value(sheet.resolved)},
      {"utc_offset_minutes", sheet.offset ? Value(std::int64_t{sheet.offset->count()}) : Value()},
      {"timeline_entries", sheet.timeline_entries},
      {"roles", std::move(roles)},
      {"requirements", std::move(items)},
      {"allowed", std::move(allowances)}};
}

}  // namespace pmsite
