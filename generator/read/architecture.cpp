// SPDX-License-Identifier: MIT
#include "read/architecture.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "engine/dot_scanner.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
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

  /// The line of the first mention that is no attribute's name or value, and not the name of a graph.
  Span of_node(std::string_view name) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_name(i) && tokens_[i].value == name && !is_of_attribute(i) && !is_of_graph(i))
        return span_on_line(tokens_[i].line, 1, 0);
    return span_on_line(1, 1, 0);
  }

  /// The line of the next `tail -> head`, for edges that are asked for in the order of the text; where the
  /// two do not stand side by side, of the first mention of the tail.
  Span of_next_edge(const std::string& tail, const std::string& head) {
    auto& from = next_[{tail, head}];
    for (std::size_t i = std::max<std::size_t>(from, 1); i + 1 < tokens_.size(); ++i) {
      const bool is_arrow = tokens_[i].kind == DotTokenKind::symbol && tokens_[i].value == "->";
      if (!is_arrow || !is_name(i - 1) || tokens_[i - 1].value != tail || !is_name(i + 1) ||
          tokens_[i + 1].value != head)
        continue;
      from = i + 1;
      return span_on_line(tokens_[i].line, 1, 0);
    }
    return of_node(tail);
  }

 private:
  bool is_name(std::size_t token) const {
    return tokens_[token].kind == DotTokenKind::word || tokens_[token].kind == DotTokenKind::text;
  }

  bool is_equals(std::size_t token) const {
    return token < tokens_.size() && tokens_[token].kind == DotTokenKind::symbol &&
           tokens_[token].value == "=";
  }

  bool is_of_attribute(std::size_t token) const {
    return is_equals(token + 1) || (token > 0 && is_equals(token - 1));
  }

  bool is_of_graph(std::size_t token) const {
    return token > 0 && tokens_[token - 1].kind == DotTokenKind::word &&
           to_lower(tokens_[token - 1].value).ends_with("graph");
  }

  std::vector<DotToken> tokens_;
  std::map<std::pair<std::string, std::string>, std::size_t> next_;  ///< where to look on for an edge
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
  DotPlaces places(architecture.dot);
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
                                         places.of_next_edge(edge.tail, edge.head)});
}

}  // namespace pmsite
