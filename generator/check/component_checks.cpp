// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"
#include "check/check.hpp"
#include "check/component_states.hpp"

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
    Check{
        {.id = "architecture-unknown",
         .level = Level::error,
         .why = "A diagram that does not exist cannot show the failure.",
         .wrong = "architecture: shpo      # there is content/architectures/shop.dot",
         .right = "architecture: shop",
         .basis = "The architecture is drawn once and named by its posts; a name is all that connects them."},
        check_architecture,
        Needs{},
        Allow::never},
    Check{
        {.id = "component-unknown",
         .level = Level::error,
         .why = "A state of a component that is not drawn would be invisible.",
         .wrong = "- 10:12 CET - **Started**: ... `cahce: down`",
         .right = "- 10:12 CET - **Started**: ... `cache: down`",
         .basis = "The failure is played back on the architecture, whose node ids are the component names."},
        check_components,
        Needs{},
        Allow::never},
    Check{{.id = "architecture-missing",
           .level = Level::error,
           .why = "States are shown on the architecture; without one they are lost.",
           .wrong = "severity: SEV2\n...\n- 10:12 CET - **Started**: ... `cache: down`",
           .right = "severity: SEV2\narchitecture: shop\n...\n- 10:12 CET - **Started**: ... `cache: down`",
           .basis = "A state needs a component to belong to, and components are what an architecture draws."},
          check_states_without_architecture,
          Needs{},
          Allow::never},
    Check{
        {.id = "component-not-recovered",
         .level = Level::error,
         .why = "Readers must not be left with a failed component after the incident is called resolved.",
         .wrong = "- 10:12 CET - **Started**: ... `cache: down`\n- 11:05 CET - **Resolved**: ...",
         .right = "- 10:12 CET - **Started**: ... `cache: down`\n- 11:05 CET - **Resolved**: ... `cache: ok`",
         .basis =
             "An incident is over when the service is back, and the playback ends with what users then had."},
        check_recovery},
    Check{
        {.id = "component-state-repeated",
         .level = Level::warning,
         .why = "A state that changes nothing is a state typed wrong, or one that went untold before.",
         .wrong =
             "- 10:12 CET - **Started**: ... `cache: down`\n- 10:20 CET - The cache fails. `cache: down`",
         .right =
             "- 10:12 CET - **Started**: ... `cache: degraded`\n- 10:20 CET - The cache fails. `cache: down`",
         .basis = "States are changes: each is a frame of the failure's playback, and this one would stand "
                  "still."},
        check_repeated_states},
    Check{
        {.id = "impact-without-state",
         .level = Level::warning,
         .why = "The playback must show the services that users missed, not only what broke behind them.",
         .wrong = "services: [checkout]\n...\n- 10:12 CET - **Started**: ... `cache: down`",
         .right =
             "services: [checkout]\n...\n- 10:12 CET - **Started**: ... `cache: down`, `checkout: degraded`",
         .basis =
             "The course asks which service was down or slow; the states are its answer on the diagram."},
        check_services_without_state},
    Check{{.id = "effect-before-cause",
           .level = Level::warning,
           .why = "If the effect comes first, a time is wrong, or a dependency is not drawn.",
           .wrong = "- 10:08 CET - ... `checkout: degraded`      (checkout depends on cache)\n- 10:12 CET - "
                    "... `cache: down`",
           .right = "- 10:12 CET - ... `cache: down`\n- 10:14 CET - ... `checkout: degraded`",
           .basis = "Failures travel along dependencies, from what is needed to what needs it."},
          check_effect_before_cause},
    Check{{.id = "component-misspelled",
           .level = Level::warning,
           .why = "A component that is nearly named, or a state without its colon, is lost: the picture "
                  "stays as it was.",
           .wrong = "- 10:20 CET - **Misled**: suspected the `cahce`.\n- 10:30 CET - ... `checkout down`",
           .right = "- 10:20 CET - **Misled**: suspected the `cache`.\n- 10:30 CET - ... `checkout: down`",
           .basis = "A first-time author wrote both, and was told of neither."},
          check_near_components},
    Check{
        {.id = "failure-unexplained",
         .level = Level::warning,
         .why =
             "A failure that no dependency explains is either a second incident or an edge that nobody drew.",
         .wrong =
             "- 10:12 CET - ... `cache: down`\n- 10:20 CET - ... `mail: down`      (mail depends on nothing "
             "that failed)",
         .right = "mail -> cache      (in the architecture, if that is how it failed)",
         .basis = "The blast radius: what is down, and whatever depends on it. What is seen beyond it was "
                  "not known "
                  "to be at risk."},
        check_unexplained_failures},
};

}  // namespace

std::span<const Check> component_checks() { return kChecks; }

}  // namespace pmsite
