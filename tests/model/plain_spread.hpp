// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/timeline.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace pmsite {

/// What blast_radius() has to find, by its description: slow, and with nothing clever about it.
class PlainSpread {
 public:
  PlainSpread(const Architecture& architecture, const Timeline& timeline)
      : architecture_(architecture), timeline_(timeline) {
    for (const auto& edge : architecture.dependencies) {
      needs_.insert({edge.dependant, edge.dependency});
      if (!edge.soft) needs_hard_.insert({edge.dependant, edge.dependency});
    }
    close(needs_);
    close(needs_hard_);
  }

  bool is_touched(const std::string& name) const { return first_time(name, kTouching).has_value(); }
  bool has_failed(const std::string& name) const { return first_time(name, kFailing).has_value(); }

  /// Whether nothing that it depends on explains what happened to it, and it failed, or took along what
  /// nothing that failed did.
  bool is_root(const std::string& name) const {
    if (!is_touched(name) || is_explained(name)) return false;
    if (has_failed(name)) return true;
    return std::any_of(
        architecture_.components.begin(), architecture_.components.end(), [&](const auto& other) {
          if (!needs_.contains({other.name, name}) || !has_failed(other.name)) return false;
          return std::none_of(
              architecture_.components.begin(), architecture_.components.end(), [&](const auto& root) {
                const bool reaches = root.name == other.name || needs_.contains({other.name, root.name});
                return reaches && has_failed(root.name) && !is_explained(root.name);
              });
        });
  }

  bool is_origin(const std::string& name) const {
    return is_root(name) && std::none_of(architecture_.components.begin(), architecture_.components.end(),
                                         [&](const auto& other) {
                                           return is_root(other.name) && first_time(other.name, kTouching) <
                                                                             first_time(name, kTouching);
                                         });
  }

  /// What it passes on. What nobody knew, or was maintained, may have been down.
  ComponentState state_of_root(const std::string& name) const {
    const bool is_down = first_time(name, {ComponentState::down}) || !has_failed(name);
    return is_down ? ComponentState::down : ComponentState::degraded;
  }

  /// The state that the roots predict for what is none itself.
  std::optional<ComponentState> predicted(const std::string& name) const {
    std::optional<ComponentState> state;
    for (const auto& root : architecture_.components) {
      if (!is_root(root.name) || !needs_.contains({name, root.name})) continue;
      const bool is_down =
          state_of_root(root.name) == ComponentState::down && needs_hard_.contains({name, root.name});
      if (is_down || !state) state = is_down ? ComponentState::down : ComponentState::degraded;
    }
    return state;
  }

  /// Whether the drawing has an edge along which `name` gets its predicted state from `through`.
  bool is_reached_through(const std::string& name, const std::string& through) const {
    const auto state = is_root(through) ? state_of_root(through) : predicted(through);
    return std::any_of(architecture_.dependencies.begin(), architecture_.dependencies.end(),
                       [&](const Architecture::Dependency& edge) {
                         if (edge.dependant != name || edge.dependency != through || !state) return false;
                         return predicted(name) == (edge.soft ? ComponentState::degraded : *state);
                       });
  }

 private:
  using Pairs = std::set<std::pair<std::string, std::string>>;
  using States = std::set<ComponentState>;
  inline static const States kFailing = {ComponentState::degraded, ComponentState::down};
  inline static const States kTouching = {ComponentState::degraded, ComponentState::down,
                                          ComponentState::maintenance, ComponentState::unknown};

  /// Adds what is needed by way of others.
  static void close(Pairs& pairs) {
    for (std::size_t before = 0; before != pairs.size();) {
      before = pairs.size();
      const Pairs known = pairs;
      for (const auto& [a, b] : known)
        for (const auto& [c, d] : known)
          if (b == c) pairs.insert({a, d});
    }
  }

  std::optional<UtcTime> first_time(const std::string& name, const States& states) const {
    std::optional<UtcTime> first;
    for (const auto& entry : timeline_)
      for (const auto& change : entry.states)
        if (change.component == name && states.contains(change.state))
          first = std::min(first.value_or(entry.start.utc), entry.start.utc);
    return first;
  }

  bool is_explained(const std::string& name) const {
    return std::any_of(
        architecture_.components.begin(), architecture_.components.end(), [&](const auto& other) {
          if (other.name == name || !needs_.contains({name, other.name}) || !is_touched(other.name))
            return false;
          return !needs_.contains({other.name, name}) || is_earlier(other.name, name);
        });
  }

  bool is_earlier(const std::string& a, const std::string& b) const {
    const auto time_of_a = first_time(a, kTouching), time_of_b = first_time(b, kTouching);
    return time_of_a < time_of_b || (time_of_a == time_of_b && architecture_.find(a) < architecture_.find(b));
  }

  const Architecture& architecture_;
  const Timeline& timeline_;
  Pairs needs_, needs_hard_;
};

}  // namespace pmsite
