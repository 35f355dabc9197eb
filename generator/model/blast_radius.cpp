// SPDX-License-Identifier: MIT
#include "model/blast_radius.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>

namespace pmsite {
namespace {

/// What happened to one component.
struct Observation {
  std::optional<UtcTime> failed_at;   ///< when it was first down or degraded
  std::optional<UtcTime> touched_at;  ///< when it was first anything but ok: what nobody knew may have failed
  ComponentState worst = ComponentState::ok;

  bool has_failed() const { return failed_at.has_value(); }
};

class Spread {
 public:
  Spread(const Architecture& architecture, const Timeline& timeline)
      : architecture_(architecture), observations_(architecture.components.size()) {
    for (std::size_t i = 0; i < architecture.components.size(); ++i)
      indices_.emplace(architecture.components[i].name, i);
    for (const auto& entry : timeline)
      for (const auto& change : entry.states) observe(entry, change);
    needs_.resize(observations_.size());
    for (const auto& edge : architecture.dependencies)
      needs_[indices_.at(edge.dependant)].push_back(indices_.at(edge.dependency));
    reachable_.resize(observations_.size());
    for (std::size_t i = 0; i < reachable_.size(); ++i) reachable_[i] = reachable_from(i);
  }

  BlastRadius radius() {
    BlastRadius radius;
    const auto roots = find_roots();
    if (roots.empty()) return radius;
    UtcTime begin = *observations_[roots.front()].touched_at;
    for (const auto root : roots) begin = std::min(begin, *observations_[root].touched_at);
    for (const auto root : roots) {
      const bool is_origin = *observations_[root].touched_at == begin;
      if (!is_origin && !observations_[root].has_failed()) continue;
      (is_origin ? radius.origins : radius.unpredicted).push_back(name(root));
    }
    predict(roots);
    for (std::size_t i = 0; i < observations_.size(); ++i) {
      if (!predictions_[i] || std::find(roots.begin(), roots.end(), i) != roots.end()) continue;
      (observations_[i].has_failed() ? radius.explained : radius.spared)
          .push_back(
              {name(i), predictions_[i]->state, name(predictions_[i]->through), observations_[i].worst});
    }
    return radius;
  }

 private:
  struct Prediction {
    ComponentState state;
    std::size_t through;
  };

  const std::string& name(std::size_t component) const { return architecture_.components[component].name; }

  void observe(const TimelineEntry& entry, const StateChange& change) {
    const auto found = indices_.find(change.component);
    if (found == indices_.end() || change.state == ComponentState::ok) return;
    auto& seen = observations_[found->second];
    const UtcTime at = entry.start.utc;
    if (!seen.touched_at || at < *seen.touched_at) seen.touched_at = at;
    if (!is_failure(change.state)) return;
    if (!seen.failed_at || at < *seen.failed_at) seen.failed_at = at;
    if (seen.worst != ComponentState::down) seen.worst = change.state;
  }

  /// Everything that a component depends on, near or far; itself where the drawing has a circle.
  std::vector<bool> reachable_from(std::size_t component) const {
    std::vector<bool> reached(needs_.size());
    std::vector<std::size_t> open = needs_[component];
    while (!open.empty()) {
      const auto next = open.back();
      open.pop_back();
      if (reached[next]) continue;
      reached[next] = true;
      open.insert(open.end(), needs_[next].begin(), needs_[next].end());
    }
    return reached;
  }

  /// Whether something that it depends on was not well either. In a circle, what failed first explains the
  /// others.
  bool is_explained(std::size_t component) const {
    for (std::size_t other = 0; other < observations_.size(); ++other) {
      if (other == component || !reachable_[component][other] || !observations_[other].touched_at) continue;
      if (!reachable_[other][component]) return true;
      const auto order = [this](std::size_t i) { return std::pair(*observations_[i].touched_at, i); };
      if (order(other) < order(component)) return true;
    }
    return false;
  }

  bool is_taken_along(std::size_t failure, const std::vector<std::size_t>& roots) const {
    return std::any_of(roots.begin(), roots.end(),
                       [&](std::size_t root) { return failure == root || reachable_[failure][root]; });
  }

  /// Whether a component that was only unknown, or in maintenance, took others along that no failure
  /// explains. Planned work beside an incident is not to blame for it.
  bool explains_failures(std::size_t component, const std::vector<std::size_t>& failed_roots) const {
    for (std::size_t other = 0; other < observations_.size(); ++other)
      if (other != component && reachable_[other][component] && observations_[other].has_failed() &&
          !is_taken_along(other, failed_roots))
        return true;
    return false;
  }

  /// What happened to them is explained by nothing that they depend on.
  std::vector<std::size_t> find_roots() const {
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < observations_.size(); ++i)
      if (observations_[i].has_failed() && !is_explained(i)) roots.push_back(i);
    const auto failed_roots = roots;
    for (std::size_t i = 0; i < observations_.size(); ++i)
      if (observations_[i].touched_at && !observations_[i].has_failed() && !is_explained(i) &&
          explains_failures(i, failed_roots))
        roots.push_back(i);
    std::sort(roots.begin(), roots.end());
    return roots;
  }

  /// Walks the dependencies backwards. A component is reached anew only if it is worse than it was, so at
  /// most twice.
  void predict(const std::vector<std::size_t>& roots) {
    predictions_.assign(observations_.size(), std::nullopt);
    std::vector<std::size_t> open;
    for (const auto root : roots) {
      const bool is_down = observations_[root].worst != ComponentState::degraded;
      predictions_[root] = {is_down ? ComponentState::down : ComponentState::degraded, root};
      open.push_back(root);
    }
    for (std::size_t at = 0; at < open.size(); ++at) {
      const auto failed = open[at];
      for (const auto& edge : architecture_.dependencies) {
        if (edge.dependency != name(failed)) continue;
        const auto dependant = indices_.at(edge.dependant);
        const auto state = edge.soft ? ComponentState::degraded : predictions_[failed]->state;
        auto& known = predictions_[dependant];
        if (known && (known->state == ComponentState::down || known->state == state)) continue;
        known = {state, failed};
        open.push_back(dependant);
      }
    }
  }

  const Architecture& architecture_;
  std::map<std::string_view, std::size_t> indices_;
  std::vector<Observation> observations_;
  std::vector<std::vector<std::size_t>> needs_;
  std::vector<std::vector<bool>> reachable_;
  std::vector<std::optional<Prediction>> predictions_;
};

}  // namespace

bool is_failure(ComponentState state) {
  return state == ComponentState::down || state == ComponentState::degraded;
}

BlastRadius blast_radius(const Architecture& architecture, const Timeline& timeline) {
  return Spread(architecture, timeline).radius();
}

}  // namespace pmsite
