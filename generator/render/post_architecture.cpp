// SPDX-License-Identifier: MIT
#include "render/post_architecture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

/// From harmless to grave.
constexpr std::array kGravity = {ComponentState::ok, ComponentState::maintenance, ComponentState::unknown,
                                 ComponentState::degraded, ComponentState::down};

auto gravity(ComponentState state) {
  return std::find(kGravity.begin(), kGravity.end(), state) - kGravity.begin();
}

std::string label_of(const Architecture& architecture, const std::string& name) {
  const auto* component = architecture.find(name);
  return component == nullptr ? name : component->label;
}

Value::List components(const Architecture& architecture,
                       const std::map<std::string, ComponentState>& states) {
  Value::List rows;
  for (const auto& component : architecture.components) {
    const auto state = states.find(component.name);
    const bool hit = state != states.end() && state->second != ComponentState::ok;
    rows.push_back(
        Value::Object{{"label", component.label},
                      {"name", component.name},
                      {"state", state == states.end() ? "ok" : word(state->second)},
                      {"state_label", state == states.end() ? "not affected" : word(state->second)},
                      {"is_hit", hit}});
  }
  return rows;
}

Value::List dependencies(const Architecture& architecture) {
  Value::List rows;
  for (const auto& [dependant, dependency, soft] : architecture.dependencies)
    rows.push_back(Value::Object{{"text", fmt::format("{} {} {}", label_of(architecture, dependant),
                                                      soft ? "is degraded without" : "depends on",
                                                      label_of(architecture, dependency))}});
  return rows;
}

/// The states that the picture shows, gravest first.
Value::List legend(const std::map<std::string, ComponentState>& states) {
  Value::List rows;
  for (auto state = kGravity.rbegin(); state != kGravity.rend(); ++state) {
    const bool shown = std::any_of(states.begin(), states.end(),
                                   [state](const auto& each) { return each.second == *state; });
    if (shown) rows.push_back(Value::Object{{"state", word(*state)}, {"label", word(*state)}});
  }
  return rows;
}

}  // namespace

std::map<std::string, ComponentState> worst_states(const Timeline& timeline) {
  std::map<std::string, ComponentState> worst;
  for (const auto& entry : timeline) {
    for (const auto& change : entry.states) {
      const auto [known, is_new] = worst.emplace(change.component, change.state);
      if (!is_new && gravity(change.state) > gravity(known->second)) known->second = change.state;
    }
  }
  return worst;
}

Value post_architecture(const Content& content, const Pictures& pictures, const Postmortem& post) {
  const Architecture* architecture =
      post.architecture ? content.find_architecture(post.architecture->value) : nullptr;
  const auto picture = architecture ? pictures.find({architecture->dot, "dot"}) : pictures.end();
  if (picture == pictures.end()) return false;
  const auto states = worst_states(post.timeline);
  const auto hit = std::count_if(states.begin(), states.end(),
                                 [](const auto& each) { return each.second != ComponentState::ok; });
  const std::string caption =
      states.empty()
          ? std::string()
          : fmt::format("The worst state of each component during the incident; {} of {} {} affected.", hit,
                        architecture->components.size(), hit == 1 ? "was" : "were");
  return Value::Object{
      {"title", architecture->title},
      {"svg_html", fill_picture(picture->second, {"a-", architecture->title}, states)},
      {"caption", caption},
      {"components", components(*architecture, states)},
      {"dependencies", dependencies(*architecture)},
      {"legend", legend(states)},
  };
}

}  // namespace pmsite
