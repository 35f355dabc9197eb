// SPDX-License-Identifier: MIT
#include "model/moments.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace pmsite {
namespace {

/// The components that an entry names as code.
std::vector<std::string> named_components(const Architecture& architecture, const TimelineEntry& entry) {
  std::vector<std::string> names;
  const auto take = [&](const Node& node) {
    const bool is_new = std::find(names.begin(), names.end(), node.literal) == names.end();
    if (node.kind == NodeKind::code && is_new && architecture.find(node.literal) != nullptr)
      names.push_back(node.literal);
  };
  walk(entry.text, take);
  walk(entry.details, take);
  return names;
}

std::pair<std::ptrdiff_t, std::ptrdiff_t> gravity(const Moment& moment) {
  const auto count = [&moment](ComponentState state) {
    return std::count_if(moment.states.begin(), moment.states.end(),
                         [state](const auto& each) { return each.second == state; });
  };
  return {count(ComponentState::down), count(ComponentState::degraded)};
}

}  // namespace

std::vector<Moment> moments(const Architecture& architecture, const Timeline& timeline) {
  std::vector<Moment> moments;
  std::map<std::string, ComponentState> states;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const TimelineEntry& entry = timeline[i];
    Moment moment{i, {}, {}};
    bool is_changed = false;
    for (const auto& change : entry.states) {
      if (architecture.find(change.component) == nullptr) continue;
      states[change.component] = change.state;
      is_changed = true;
    }
    if (entry.kind == EventKind::misled) moment.suspects = named_components(architecture, entry);
    if (!is_changed && moment.suspects.empty()) continue;
    moment.states = states;
    moments.push_back(std::move(moment));
  }
  return moments;
}

std::size_t worst_moment(const std::vector<Moment>& moments) {
  assert(!moments.empty());
  const auto worst = std::max_element(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) {
    return gravity(a) < gravity(b);
  });
  return static_cast<std::size_t>(worst - moments.begin());
}

}  // namespace pmsite
