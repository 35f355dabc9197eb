// SPDX-License-Identifier: MIT
#include "check/allowances.hpp"

#include "base/spelling.hpp"
#include "check/checker.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// What is wrong with an allowance itself; nothing where `message` is empty.
struct Fault {
  std::string message, help;
};

Fault fault_of(const Allowance& allowance) {
  if (find_rule(allowance.rule) == nullptr) {
    std::vector<std::string_view> ids;
    for (const auto* rule : all_rules()) ids.push_back(rule->id);
    const auto suggestion = did_you_mean(allowance.rule, ids);
    return {fmt::format("there is no rule `{}`", allowance.rule),
            suggestion.empty() ? "`pmsite rules` lists them" : suggestion};
  }
  if (!may_be_allowed(allowance.rule))
    return {fmt::format("`{}` cannot be allowed: the pages, or their safety, rest on it", allowance.rule),
            "correct what it reports"};
  if (allowance.reason.empty())
    return {fmt::format("the permission to break `{}` gives no reason", allowance.rule),
            fmt::format("write `<!-- pmsite-allow {}: why -->`", allowance.rule)};
  return {};
}

}  // namespace

Diagnostics apply_allowances(const Postmortem& post, Diagnostics found) {
  if (post.allowances.empty()) return found;
  Diagnostics kept;
  const FileReporter reporter(post.file, kept);
  std::set<std::string_view> allowed, needed;
  for (const auto& allowance : post.allowances) {
    const Fault fault = fault_of(allowance);
    if (fault.message.empty()) {
      allowed.insert(allowance.rule);
    } else {
      reporter.report(kAllowComment, allowance.at, fault.message, fault.help);
    }
  }
  for (auto& diagnostic : found.sorted()) {
    if (allowed.contains(diagnostic.rule->id)) {
      needed.insert(diagnostic.rule->id);
    } else {
      kept.add(std::move(diagnostic));
    }
  }
  for (const auto& allowance : post.allowances)
    if (allowed.contains(allowance.rule) && !needed.contains(allowance.rule))
      reporter.report(kAllowUnused, allowance.at, fmt::format("nothing here breaks `{}`", allowance.rule),
                      "remove the comment");
  return kept;
}

}  // namespace pmsite
