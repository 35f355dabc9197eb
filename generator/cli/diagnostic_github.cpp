// SPDX-License-Identifier: MIT
#include "cli/diagnostic_github.hpp"

#include "base/source.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <string_view>

namespace pmsite {
namespace {

/// GitHub drops a summary of more than 1 MiB; the file may hold those of earlier steps.
constexpr std::size_t kLargestSummary = 900'000;

/// What stands behind the second `::` of a workflow command.
std::string escape_data(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n') {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      escaped += c;
    }
  }
  return escaped;
}

/// The value of a property, which a comma or a colon would end.
std::string escape_property(std::string_view text) {
  std::string escaped;
  for (const char c : escape_data(text)) {
    if (c == ',' || c == ':') {
      escaped += c == ',' ? "%2C" : "%3A";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string_view command_of(Level level) { return level == Level::note ? "notice" : level_name(level); }

std::string annotation(const PlacedDiagnostic& placed) {
  const auto& [diagnostic, place, line] = placed;
  std::string properties = fmt::format(
      "file={},line={},endLine={}", escape_property(printable(diagnostic.file)), place.line, place.end_line);
  // GitHub refuses columns where the lines differ.
  if (place.line == place.end_line)
    properties += fmt::format(",col={},endColumn={}", place.column, place.end_column);
  std::string message = printable(diagnostic.message);
  if (!diagnostic.help.empty()) message += "\nhelp: " + printable(diagnostic.help);
  return fmt::format("::{} {},title={}::{}\n", command_of(diagnostic.level()), properties,
                     escape_property(diagnostic.rule->id), escape_data(message));
}

/// Text in a cell of a table: every mark that Markdown or HTML could obey becomes an entity. A colon or a dot
/// may make a link.
std::string escape_cell(std::string_view text) {
  constexpr std::string_view kHarmless = " ,;-()/=+%?'";
  std::string escaped;
  for (const char c : printable(text)) {
    const bool above_ascii = static_cast<unsigned char>(c) >= 0x80;
    if (above_ascii || is_letter(c) || is_digit(c) || kHarmless.find(c) != std::string_view::npos) {
      escaped += c;
    } else {
      escaped += fmt::format("&#{};", static_cast<int>(c));
    }
  }
  return escaped;
}

/// The same for our own messages, in which a pair of backticks marks code.
std::string message_cell(std::string_view text) {
  std::string cell;
  while (!text.empty()) {
    const auto open = text.find('`');
    const auto close = open == std::string_view::npos ? open : text.find('`', open + 1);
    if (close == std::string_view::npos) return cell + escape_cell(text);
    cell += escape_cell(text.substr(0, open));
    cell += "<code>" + escape_cell(text.substr(open + 1, close - open - 1)) + "</code>";
    text.remove_prefix(close + 1);
  }
  return cell;
}

std::string row(const PlacedDiagnostic& placed) {
  const auto& [diagnostic, place, line] = placed;
  const std::string help = diagnostic.help.empty() ? "" : "<br>" + message_cell(diagnostic.help);
  return fmt::format("| {} | `{}` | {} | {}{} |\n", level_name(diagnostic.level()), diagnostic.rule->id,
                     escape_cell(fmt::format("{}:{}:{}", diagnostic.file, place.line, place.column)),
                     message_cell(diagnostic.message), help);
}

/// Calls `visit` with every diagnostic, errors first.
template <class Visit> void by_level(const Findings& findings, const Visit& visit) {
  for (const auto level : {Level::error, Level::warning, Level::note})
    for (const auto& placed : findings.diagnostics)
      if (placed.diagnostic.level() == level) visit(placed);
}

}  // namespace

std::string findings_as_annotations(const Findings& findings) {
  std::string text;
  by_level(findings, [&text](const PlacedDiagnostic& placed) { text += annotation(placed); });
  return text;
}

std::string findings_as_summary(const Findings& findings, const std::string& heading) {
  std::string text = fmt::format("### {}\n\n", escape_cell(heading));
  if (!findings.failure.empty()) text += fmt::format("{}\n\n", escape_cell(findings.failure));
  if (findings.diagnostics.empty()) return text;
  text += "| level | rule | place | message |\n|---|---|---|---|\n";
  std::size_t left_out = 0;
  by_level(findings, [&](const PlacedDiagnostic& placed) {
    const std::string next = row(placed);
    if (text.size() + next.size() <= kLargestSummary) {
      text += next;
    } else {
      ++left_out;
    }
  });
  if (left_out > 0) text += fmt::format("\n{} more are in the log of the step.\n", left_out);
  return text + "\n";
}

}  // namespace pmsite
