// SPDX-License-Identifier: MIT
#include "engine/graphviz_copy.hpp"

#include "engine/graphviz_read.hpp"

#include <cgraph.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace pmsite {
namespace {

/// The attributes of `object`, which is of the kind AGRAPH, AGNODE or AGEDGE.
Attributes attributes_of(Agraph_t* graph, int kind, void* object) {
  Attributes attributes;
  for (Agsym_t* each = agnxtattr(graph, kind, nullptr); each != nullptr;
       each = agnxtattr(graph, kind, each)) {
    const std::string value = agxget(object, each);
    // Graphviz declares label="\N" (the name) for all nodes by itself.
    if (!value.empty() && value != "\\N") attributes.emplace_back(each->name, value);
  }
  std::sort(attributes.begin(), attributes.end());
  return attributes;
}

/// Copies a graph of Graphviz's into ours.
class GraphCopy {
 public:
  explicit GraphCopy(Agraph_t* graph) : graph_(graph) {}

  Graph copy() {
    copy_.directed = agisdirected(graph_) != 0;
    copy_.attributes = attributes_of(graph_, AGRAPH, graph_);
    copy_clusters(graph_, {});
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node))
      copy_.nodes.push_back({agnameof(node), attributes_of(graph_, AGNODE, node), clusters_[node]});
    copy_edges();
    return std::move(copy_);
  }

 private:
  void copy_clusters(Agraph_t* graph, const std::string& parent) {
    std::string cluster = parent;
    if (is_cluster(graph)) {
      cluster = agnameof(graph);
      copy_.clusters.push_back({cluster, parent, attributes_of(graph_, AGRAPH, graph)});
    }
    for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part))
      copy_clusters(part, cluster);
    // Inner clusters come first, so that the innermost one keeps the node.
    if (cluster.empty()) return;
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node))
      clusters_.emplace(node, cluster);
  }

  /// Edges hang on their tails; their sequence numbers tell the order of the text.
  void copy_edges() {
    std::vector<Agedge_t*> edges;
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node))
      for (Agedge_t* edge = agfstout(graph_, node); edge != nullptr; edge = agnxtout(graph_, edge))
        edges.push_back(edge);
    std::sort(edges.begin(), edges.end(), [](Agedge_t* a, Agedge_t* b) { return AGSEQ(a) < AGSEQ(b); });
    for (Agedge_t* edge : edges)
      copy_.edges.push_back(
          {agnameof(agtail(edge)), agnameof(aghead(edge)), attributes_of(graph_, AGEDGE, edge)});
  }

  Agraph_t* graph_;
  Graph copy_;
  std::unordered_map<Agnode_t*, std::string> clusters_;
};

}  // namespace

Graph copy_graph(Agraph_s* graph) { return GraphCopy(graph).copy(); }

}  // namespace pmsite
