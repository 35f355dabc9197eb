// SPDX-License-Identifier: MIT
#include "check/architecture_checks.hpp"

#include "base/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// Walks hard dependencies and remembers the way, so that a circle can be told.
class CircleFinder {
 public:
  explicit CircleFinder(const Architecture& architecture) {
    for (const auto& each : architecture.dependencies)
      if (!each.soft) edges_[each.dependant].push_back(&each);
  }

  void find(const Architecture& architecture, const FileReporter& reporter) {
    for (const auto& component : architecture.components) visit(component.name, reporter);
  }

 private:
  void visit(std::string_view component, const FileReporter& reporter) {
    if (!seen_.insert(component).second) return;
    way_.push_back(component);
    for (const auto* edge : edges_[component]) {
      const auto begin = std::find(way_.begin(), way_.end(), edge->dependency);
      if (begin != way_.end()) {
        report(*edge, begin, reporter);
      } else {
        visit(edge->dependency, reporter);
      }
    }
    way_.pop_back();
  }

  void report(const Architecture::Dependency& closing, std::vector<std::string_view>::const_iterator begin,
              const FileReporter& reporter) const {
    if (closing.dependant == closing.dependency) {
      reporter.report(kDependencyCircle, closing.at, fmt::format("`{}` depends on itself", closing.dependant),
                      "remove the edge");
      return;
    }
    std::string circle;
    for (auto each = begin; each != way_.end(); ++each) circle += fmt::format("`{}` → ", *each);
    reporter.report(kDependencyCircle, closing.at,
                    fmt::format("a circle of hard dependencies: {}`{}`", circle, closing.dependency),
                    "mark the one that is not needed to work at all with kind=soft, or remove it");
  }

  std::map<std::string_view, std::vector<const Architecture::Dependency*>> edges_;
  std::set<std::string_view> seen_;
  std::vector<std::string_view> way_;
};

void check_isolation(const Architecture& architecture, const FileReporter& reporter) {
  if (architecture.components.size() < 2) return;
  std::set<std::string_view> connected;
  for (const auto& each : architecture.dependencies) {
    connected.insert(each.dependant);
    connected.insert(each.dependency);
  }
  for (const auto& component : architecture.components)
    if (!connected.contains(component.name))
      reporter.report(kComponentIsolated, component.at,
                      fmt::format("`{}` depends on nothing, and nothing on it", component.name),
                      "draw what it needs or serves, or leave it out");
}

}  // namespace

void check_architectures(const Content& content, Diagnostics& diagnostics) {
  for (const auto& architecture : content.architectures) {
    const FileReporter reporter(architecture.file, diagnostics);
    CircleFinder(architecture).find(architecture, reporter);
    check_isolation(architecture, reporter);
  }
}

}  // namespace pmsite
