// SPDX-License-Identifier: MIT
#include "cli/verb_explain.hpp"

#include "base/spelling.hpp"
#include "check/checker.hpp"
#include "cli/interpreter.hpp"
#include "cli/rule_text.hpp"
#include "engine/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

constexpr int kNarrowest = 60, kWidest = 80;

std::string unknown_rule(std::string_view id) {
  std::vector<std::string_view> ids;
  for (const auto* rule : all_rules()) ids.push_back(rule->id);
  const auto suggestion = did_you_mean(id, ids);
  return usage_error(fmt::format("there is no rule `{}`", id),
                     suggestion.empty() ? "`pmsite rules` lists them" : suggestion);
}

}  // namespace

int run_explain(const Options& options, const Environment& environment, std::ostream& out,
                std::ostream& error) {
  const Rule* rule = find_rule(options.rule);
  if (rule == nullptr) {
    error << unknown_rule(options.rule);
    return exit_status::kUsage;
  }
  if (options.format == Format::json) {
    out << to_pretty_json(rule_value(*rule));
    return exit_status::kDone;
  }
  const int columns =
      environment.out_columns == 0 ? kWidest : std::clamp(environment.out_columns, kNarrowest, kWidest);
  out << format_rule(*rule, coloring_of(options, environment, Stream::out), columns);
  return exit_status::kDone;
}

}  // namespace pmsite
