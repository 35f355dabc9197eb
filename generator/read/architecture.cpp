// SPDX-License-Identifier: MIT
#include "read/architecture.hpp"

#include "base/source.hpp"
#include "engine/dot_scanner.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {
namespace {

std::string group_label(const Graph& graph, std::string_view cluster) {
  const auto found = std::find_if(graph.clusters.begin(), graph.clusters.end(),
                                  [cluster](const Graph::Cluster& each) { return each.name == cluster; });
  return found == graph.clusters.end() ? std::string()
                                       : label_text(attribute(found->attributes, "label"), "");
}

/// Where a DOT text names its nodes and edges; Graphviz does not say.
class DotPlaces {
 public:
  explicit DotPlaces(std::string_view dot) : tokens_(scan_dot(dot).tokens) {}

  /// The line of the first mention.
  Span of_node(std::string_view name) const {
    const auto found = std::find_if(tokens_.begin(), tokens_.end(), [name](const DotToken& token) {
      return is_name(token) && token.value == name;
    });
    return span_on_line(found == tokens_.end() ? 1 : found->line, 1, 0);
  }

  /// The line of `tail -> head`; where the two do not stand side by side, of the first mention of the tail.
  Span of_edge(std::string_view tail, std::string_view head) const {
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i)
      if (tokens_[i].kind == DotTokenKind::symbol && tokens_[i].value == "->" && is_name(tokens_[i - 1]) &&
          tokens_[i - 1].value == tail && is_name(tokens_[i + 1]) && tokens_[i + 1].value == head)
        return span_on_line(tokens_[i].line, 1, 0);
    return of_node(tail);
  }

 private:
  static bool is_name(const DotToken& token) {
    return token.kind == DotTokenKind::word || token.kind == DotTokenKind::text;
  }

  std::vector<DotToken> tokens_;
};

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
  const DotPlaces places(architecture.dot);
  for (const auto& node : graph.nodes) {
    const auto value = [&node](std::string_view name) {
      return std::string(attribute(node.attributes, name));
    };
    architecture.components.push_back({node.name, label_text(value("label"), node.name),
                                       group_label(graph, node.cluster), value("owner"), value("runbook"),
                                       value("monitored_by"), places.of_node(node.name)});
  }
  for (const auto& edge : graph.edges)
    architecture.dependencies.push_back({edge.tail, edge.head, attribute(edge.attributes, "kind") == "soft",
                                         places.of_edge(edge.tail, edge.head)});
}

}  // namespace pmsite
