// SPDX-License-Identifier: MIT
#include "cli/diagnostic_sarif.hpp"

#include "base/text.hpp"
#include "base/url.hpp"
#include "check/checker.hpp"
#include "cli/rule_text.hpp"
#include "cli/version.hpp"
#include "engine/hash.hpp"
#include "engine/json.hpp"
#include "model/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

constexpr int kNoIndex = -1;  // as SARIF writes it

Value text_object(std::string_view text) { return Value::Object{{"text", text}}; }

/// A message without a placeholder or a link that its author did not mean: in one, braces are doubled; `](`
/// would make a link out of brackets.
Value message_object(std::string_view text) {
  const bool could_link = text.find("](") != std::string_view::npos;
  std::string escaped;
  for (const char c : text) {
    if (c == '{' || c == '}') escaped += c;
    if (could_link && (c == '[' || c == ']' || c == '\\')) escaped += '\\';
    escaped += c;
  }
  return text_object(escaped);
}

/// "Timeline order" of "timeline-order".
std::string title_of(const Rule& rule) {
  std::string title(rule.id);
  std::replace(title.begin(), title.end(), '-', ' ');
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

Value rule_object(const Rule& rule) {
  Value::List tags;
  for (const auto name : profile_names())
    if (needs_of(rule.id).in(*find_profile(name)) == Need::required) tags.emplace_back(name);
  return Value::Object{
      {"id", rule.id},
      {"shortDescription", text_object(title_of(rule))},
      {"fullDescription", text_object(rule.why)},
      {"help", Value::Object{{"text", rule_as_text(rule)}, {"markdown", rule_as_markdown(rule)}}},
      {"defaultConfiguration", Value::Object{{"level", level_name(rule.level)}}},
      {"properties", Value::Object{{"tags", std::move(tags)}}}};
}

/// A colon in the first part of a relative reference would end a scheme; brackets stand in no path at all.
std::string uri_of(std::string_view file) {
  std::string uri;
  for (const char c : encode_path(file)) {
    if (c == ':' || c == '[' || c == ']') {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return uri;
}

Value location_object(const PlacedDiagnostic& placed) {
  const Place& place = placed.place;
  const Value artifact = Value::Object{{"uri", uri_of(placed.diagnostic.file)}, {"uriBaseId", "%SRCROOT%"}};
  const Value region = Value::Object{{"startLine", place.line},
                                     {"startColumn", place.column},
                                     {"endLine", place.end_line},
                                     {"endColumn", place.end_column}};
  return Value::Object{
      {"physicalLocation", Value::Object{{"artifactLocation", artifact}, {"region", region}}}};
}

/// Tells a result again after lines were added above it: by rule, file, and the text of its line; equal ones
/// are numbered.
class Fingerprints {
 public:
  std::string of(const PlacedDiagnostic& placed) {
    // Many results may stand on one line, which may be half a megabyte long.
    if (placed.line.data() != line_.data() || placed.line.size() != line_.size()) {
      line_ = placed.line;
      line_print_ = fingerprint(trim(line_));
    }
    const auto& diagnostic = placed.diagnostic;
    const std::string print =
        fingerprint(fmt::format("{}\n{}\n{}", diagnostic.rule->id, diagnostic.file, line_print_));
    return fmt::format("{}:{}", print, ++seen_[print]);
  }

 private:
  std::string_view line_;
  std::string line_print_ = fingerprint({});
  std::map<std::string, int> seen_;
};

Value result_object(const PlacedDiagnostic& placed, int rule_index, Fingerprints& fingerprints) {
  const Diagnostic& diagnostic = placed.diagnostic;
  std::string message = diagnostic.message;
  if (!diagnostic.help.empty()) message += "\nhelp: " + diagnostic.help;
  return Value::Object{{"ruleId", diagnostic.rule->id},
                       {"ruleIndex", rule_index},
                       {"level", level_name(diagnostic.level())},
                       {"message", message_object(message)},
                       {"locations", Value::List{location_object(placed)}},
                       {"partialFingerprints", Value::Object{{"ruleFileLine/v1", fingerprints.of(placed)}}}};
}

Value invocation_object(const std::string& failure) {
  Value::Object invocation{{"executionSuccessful", failure.empty()}};
  if (!failure.empty())
    invocation.emplace_back(
        "toolExecutionNotifications",
        Value::List{Value::Object{{"level", "error"}, {"message", message_object(failure)}}});
  return invocation;
}

}  // namespace

std::string findings_as_sarif(const Findings& findings) {
  Value::List rules, results;
  std::map<std::string_view, int> index_of;
  for (const auto* rule : all_rules()) {
    index_of.emplace(rule->id, static_cast<int>(rules.size()));
    rules.push_back(rule_object(*rule));
  }
  Fingerprints fingerprints;
  for (const auto& placed : findings.diagnostics) {
    const auto index = index_of.find(placed.diagnostic.rule->id);
    results.push_back(
        result_object(placed, index == index_of.end() ? kNoIndex : index->second, fingerprints));
  }
  const Value driver =
      Value::Object{{"name", "pmsite"}, {"version", program_version()}, {"rules", std::move(rules)}};
  const Value run = Value::Object{{"tool", Value::Object{{"driver", driver}}},
                                  {"invocations", Value::List{invocation_object(findings.failure)}},
                                  {"results", std::move(results)},
                                  {"columnKind", "unicodeCodePoints"}};
  return to_pretty_json(
      Value::Object{{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Value::List{run}}});
}

}  // namespace pmsite
