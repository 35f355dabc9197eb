// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A system that incidents happen to, as `content/architectures/NAME.dot` draws it.
struct Architecture {
  struct Component {
    std::string name;   ///< the node id, which posts use
    std::string label;  ///< what a reader sees; the name where none is given
    std::string group;  ///< label of the cluster it stands in; may be empty
    std::string owner, runbook, monitored_by;
    Span at = {{1, 1}, {1, 1}};  ///< of its first mention in the file; its beginning where that is not known
  };
  /// `dependant` needs `dependency`; softly: it is degraded, not down, without it.
  struct Dependency {
    std::string dependant, dependency;
    bool soft = false;
    Span at = {{1, 1}, {1, 1}};  ///< in the file
  };
  std::string name;   ///< from the file name
  std::string file;   ///< relative to the site root
  std::string title;  ///< the graph's label; the name where none is given
  std::string dot;    ///< the text to draw
  std::vector<Component> components;
  std::vector<Dependency> dependencies;

  /// The component with this name, or null.
  const Component* find(std::string_view component) const;
};

}  // namespace pmsite
