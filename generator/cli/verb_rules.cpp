// SPDX-License-Identifier: MIT
#include "cli/verb_rules.hpp"

#include "check/checker.hpp"
#include "cli/rule_text.hpp"
#include "engine/json.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace pmsite {
namespace {

constexpr int kNarrowest = 72, kWidest = 100;

}  // namespace

int run_rules(const Options& options, const Environment& environment, std::ostream& out) {
  if (options.format == Format::json) {
    Value::List rules;
    for (const auto* rule : all_rules()) rules.push_back(rule_value(*rule));
    out << to_pretty_json(std::move(rules));
    return exit_status::kDone;
  }
  const int columns =
      environment.out_columns == 0 ? kWidest : std::clamp(environment.out_columns, kNarrowest, kWidest);
  out << format_rule_table(all_rules(), coloring_of(options, environment, Stream::out), columns);
  return exit_status::kDone;
}

}  // namespace pmsite
