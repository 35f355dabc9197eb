// SPDX-License-Identifier: MIT
#include "read/architecture.hpp"

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

std::string group_label(const Graph& graph, std::string_view cluster) {
  const auto found = std::find_if(graph.clusters.begin(), graph.clusters.end(),
                                  [cluster](const Graph::Cluster& each) { return each.name == cluster; });
  return found == graph.clusters.end() ? std::string()
                                       : label_text(attribute(found->attributes, "label"), "");
}

}  // namespace

std::string label_text(std::string_view label, std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] != '\\' || i + 1 == label.size()) {
      text += label[i] == '\n' ? ' ' : label[i];
      continue;
    }
    const char escaped = label[++i];
    if (escaped == 'N') {
      text += name;
    } else if (escaped == 'n' || escaped == 'l' || escaped == 'r') {
      text += ' ';
    } else {
      text += escaped;
    }
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text.empty() ? std::string(name) : text;
}

void fill_architecture(Architecture& architecture, const Graph& graph) {
  architecture.title = label_text(attribute(graph.attributes, "label"), architecture.name);
  for (const auto& node : graph.nodes) {
    const auto value = [&node](std::string_view name) {
      return std::string(attribute(node.attributes, name));
    };
    architecture.components.push_back({node.name, label_text(value("label"), node.name),
                                       group_label(graph, node.cluster), value("owner"), value("runbook"),
                                       value("monitored_by")});
  }
  for (const auto& edge : graph.edges)
    architecture.dependencies.push_back({edge.tail, edge.head, attribute(edge.attributes, "kind") == "soft"});
}

}  // namespace pmsite
