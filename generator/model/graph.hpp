// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pmsite {

/// Attributes set on one element, sorted by name; defaults declared for all (`node [shape=box]`) are
/// included.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// What a DOT text says, before anything is drawn.
struct Graph {
  struct Node {
    std::string name;
    Attributes attributes;
    std::string cluster;  ///< name of the innermost cluster it is in; empty outside
  };
  struct Edge {
    std::string tail, head;
    Attributes attributes;
  };
  struct Cluster {
    std::string name;  ///< "cluster_data"
    std::string parent;
    Attributes attributes;
  };
  bool directed = true;
  Attributes attributes;
  std::vector<Node> nodes;  ///< in the order of the text
  std::vector<Edge> edges;
  std::vector<Cluster> clusters;
};

/// The value of an attribute; empty where it is not set.
std::string_view attribute(const Attributes& attributes, std::string_view name);

}  // namespace pmsite
