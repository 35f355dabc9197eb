// SPDX-License-Identifier: MIT
#include "check/component_states.hpp"

#include "base/source.hpp"
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "check/whole_timeline.hpp"
#include "model/blast_radius.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// A state, and the entry that tells it.
struct Told {
  const TimelineEntry* entry = nullptr;
  const StateChange* change = nullptr;
};

/// The states of the components of the post's architecture, in the order of the timeline. None where a part
/// of the timeline or the architecture could not be read.
std::vector<Told> told_states(const Subject& subject) {
  const auto& post = subject.post;
  const auto* architecture =
      post.architecture ? subject.content.find_architecture(post.architecture->value) : nullptr;
  if (architecture == nullptr || whole_timeline(post) == nullptr) return {};
  std::set<std::string_view> names;
  for (const auto& component : architecture->components) names.insert(component.name);
  std::vector<Told> told;
  for (const auto& entry : post.timeline)
    for (const auto& change : entry.states)
      if (names.contains(change.component)) told.push_back({&entry, &change});
  return told;
}

/// When each component first fails, and when the first of all that it depends on does.
class Failures {
 public:
  Failures(const Architecture& architecture, const std::vector<Told>& told) {
    std::vector<Told> in_order;
    for (const auto& each : told) {
      const ComponentState state = each.change->state;
      if (is_failure(state)) first_.try_emplace(each.change->component, each);
      // What nobody knew may well have failed already.
      if (is_failure(state) || state == ComponentState::unknown) in_order.push_back(each);
    }
    std::stable_sort(in_order.begin(), in_order.end(),
                     [](const Told& a, const Told& b) { return time_of(a) < time_of(b); });
    for (const auto& each : architecture.dependencies) dependants_[each.dependency].push_back(each.dependant);
    for (const auto& failure : in_order) explain_dependants(failure);
  }

  /// The first failure of a component; null where it does not fail.
  const Told* of(std::string_view component) const {
    const auto found = first_.find(component);
    return found == first_.end() ? nullptr : &found->second;
  }

  /// Whether something that the component depends on, near or far, has failed when it fails itself.
  bool is_explained(const Told& failure) const {
    const auto found = explained_.find(failure.change->component);
    return found != explained_.end() && found->second <= time_of(failure);
  }

  static UtcTime time_of(const Told& told) { return told.entry->start.utc; }

 private:
  /// Whoever was reached before has an earlier explanation, and so have its dependants: each is reached once.
  void explain_dependants(const Told& failure) {
    std::vector<std::string_view> open{failure.change->component};
    while (!open.empty()) {
      const auto found = dependants_.find(open.back());
      open.pop_back();
      if (found == dependants_.end()) continue;
      for (const auto dependant : found->second)
        if (explained_.try_emplace(dependant, time_of(failure)).second) open.push_back(dependant);
    }
  }

  std::map<std::string_view, Told> first_;
  std::map<std::string_view, std::vector<std::string_view>> dependants_;
  std::map<std::string_view, UtcTime> explained_;
};

}  // namespace

void check_recovery(const Subject& subject, const CheckReporter& report) {
  if (!subject.post.resolved_at) return;
  std::map<std::string_view, const StateChange*> last;
  for (const auto& [entry, change] : told_states(subject)) last[change->component] = change;
  for (const auto& [component, change] : last)
    if (is_failure(change->state))
      report(
          change->at,
          fmt::format("`{}` is {} and never recovers, though the incident is resolved", component,
                      word(change->state)),
          fmt::format("add `{0}: ok` where it was well again, or `{0}: unknown` if nobody knows", component));
}

void check_repeated_states(const Subject& subject, const CheckReporter& report) {
  const auto& started = subject.post.started_at;
  std::map<std::string_view, Told> now;
  for (const auto& told : told_states(subject)) {
    const auto& [component, state, at] = *told.change;
    const auto [known, is_first] = now.try_emplace(component, told);
    if (is_first) {
      // All is well in the beginning; an entry from before the incident may say so.
      if (state == ComponentState::ok && started && told.entry->start.utc >= started->value.utc)
        report(at, fmt::format("`{}` is ok already: no entry says that it was not", component),
               "tell where it failed, or leave this out");
      continue;
    }
    if (known->second.change->state == state)
      report(at,
             fmt::format("`{}` is {} already, since line {}", component, word(state),
                         known->second.change->at.begin.line),
             "leave it out, or correct one of the two states");
    known->second = told;
  }
}

void check_services_without_state(const Subject& subject, const CheckReporter& report) {
  const auto told = told_states(subject);
  if (told.empty()) return;
  const auto* architecture = subject.content.find_architecture(subject.post.architecture->value);
  std::set<std::string> components, changed;
  for (const auto& component : architecture->components) components.insert(to_lower(component.name));
  for (const auto& each : told) changed.insert(to_lower(each.change->component));
  for (const auto& service : subject.post.services) {
    const std::string name = to_lower(service.value);
    if (components.contains(name) && !changed.contains(name))
      report(service.at, fmt::format("`{}` was affected, and no entry changes its state", service.value),
             fmt::format("add `{0}: degraded` or `{0}: down` to the entry in which it failed", name));
  }
}

void check_effect_before_cause(const Subject& subject, const CheckReporter& report) {
  const auto told = told_states(subject);
  if (told.empty()) return;
  const auto& architecture = *subject.content.find_architecture(subject.post.architecture->value);
  const Failures failures(architecture, told);
  std::map<std::string_view, const Told*> causes;  // the first that fails too late to be one, by dependant
  for (const auto& each : architecture.dependencies) {
    const Told *effect = failures.of(each.dependant), *cause = failures.of(each.dependency);
    if (each.soft || effect == nullptr || cause == nullptr || failures.is_explained(*effect)) continue;
    auto& known = causes[each.dependant];
    if (known == nullptr || Failures::time_of(*cause) < Failures::time_of(*known)) known = cause;
  }
  for (const auto& [component, cause] : causes) {
    const StateChange& effect = *failures.of(component)->change;
    report(effect.at,
           fmt::format("`{}` is {} on line {}, before `{}`, which it depends on, is {} on line {}", component,
                       word(effect.state), effect.at.begin.line, cause->change->component,
                       word(cause->change->state), cause->change->at.begin.line),
           "correct the order, or draw what else it depends on");
  }
}

void check_unexplained_failures(const Subject& subject, const CheckReporter& report) {
  const auto told = told_states(subject);
  if (told.empty()) return;
  const auto& architecture = *subject.content.find_architecture(subject.post.architecture->value);
  for (const auto& component : blast_radius(architecture, subject.post.timeline).unpredicted) {
    const auto failure = std::find_if(told.begin(), told.end(), [&component](const Told& each) {
      return each.change->component == component && is_failure(each.change->state);
    });
    if (failure == told.end()) continue;
    report(failure->change->at,
           fmt::format("`{}` is {}, and nothing that it depends on has failed", component,
                       word(failure->change->state)),
           fmt::format("draw in {} what it failed through; if it failed on its own, allow this and say so",
                       architecture.file));
  }
}

void check_near_components(const Subject& subject, const CheckReporter& report) {
  const auto& written = subject.post.architecture;
  const auto* architecture = written ? subject.content.find_architecture(written->value) : nullptr;
  if (architecture == nullptr) return;
  std::vector<std::string_view> names;
  for (const auto& component : architecture->components) names.push_back(component.name);
  for (const auto& entry : subject.post.timeline) {
    const auto look = [&](const Node& node) {
      if (node.kind != NodeKind::code || architecture->find(node.literal) != nullptr) return;
      const Span at = span_on_line(node.at.begin.line, node.at.begin.column, node.literal.size());
      const auto blank = node.literal.rfind(' ');
      const std::string name = node.literal.substr(0, blank);
      const bool is_state = blank != std::string::npos && architecture->find(name) != nullptr &&
                            parse_word<ComponentState>(to_lower(node.literal.substr(blank + 1)));
      if (is_state) {
        report(at, fmt::format("`{}` changes no state", node.literal),
               fmt::format("write `{}: {}`", name, to_lower(node.literal.substr(blank + 1))));
        return;
      }
      const auto meant = entry.kind == EventKind::misled ? did_you_mean(node.literal, names) : std::string();
      if (!meant.empty())
        report(at, fmt::format("`{}` is no component, and nothing is ringed for it", node.literal), meant);
    };
    walk(entry.text, look);
    walk(entry.details, look);
  }
}

}  // namespace pmsite
