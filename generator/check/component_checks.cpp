// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

void check_architecture(const Subject& subject, const CheckReporter& report) {
  const auto& written = subject.post.architecture;
  if (!written || written->value.empty() || subject.content.find_architecture(written->value) != nullptr)
    return;
  std::vector<std::string_view> names;
  for (const auto& architecture : subject.content.architectures) names.push_back(architecture.name);
  const auto suggestion = did_you_mean(written->value, names);
  report(written->at, fmt::format("there is no architecture `{}`", written->value),
         suggestion.empty() ? fmt::format("draw it in content/architectures/{}.dot", written->value)
                            : suggestion);
}

void check_components(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const Architecture* architecture =
      post.architecture ? subject.content.find_architecture(post.architecture->value) : nullptr;
  if (architecture == nullptr) return;
  std::vector<std::string_view> names;
  for (const auto& component : architecture->components) names.push_back(component.name);
  if (names.empty()) return;  // it could not be read, which has been reported
  for (const auto& entry : post.timeline)
    for (const auto& change : entry.states)
      if (architecture->find(change.component) == nullptr)
        report(change.at,
               fmt::format("`{}` is not a component of `{}`", change.component, architecture->name),
               did_you_mean(change.component, names));
}

void check_states_without_architecture(const Subject& subject, const CheckReporter& report) {
  if (subject.post.architecture) return;
  for (const auto& entry : subject.post.timeline) {
    if (entry.states.empty()) continue;
    report(entry.states.front().at, "component states need an architecture, and the post names none",
           "add `architecture: NAME` to the front matter");
    return;
  }
}

constexpr std::array kChecks = {
    Check{{"architecture-unknown", Level::error, "A diagram that does not exist cannot show the failure."},
          check_architecture},
    Check{{"component-unknown", Level::error, "A state of a component that is not drawn would be invisible."},
          check_components},
    Check{{"architecture-missing", Level::error,
           "States are shown on the architecture; without one they are lost."},
          check_states_without_architecture},
};

}  // namespace

std::span<const Check> component_checks() { return kChecks; }

}  // namespace pmsite
