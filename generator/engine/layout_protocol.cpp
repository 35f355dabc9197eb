// SPDX-License-Identifier: MIT
#include "engine/layout_protocol.hpp"

#include "engine/json.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

Value encode_attributes(const Attributes& attributes) {
  Value::Object members;
  for (const auto& [name, value] : attributes) members.emplace_back(name, value);
  return members;
}

Value encode_faults(const std::vector<DotFault>& faults) {
  Value::List list;
  for (const auto& fault : faults)
    list.push_back(Value::List{static_cast<int>(fault.kind), fault.line, fault.message});
  return list;
}

/// An item of a list; null past its end. A worker whose memory is damaged may answer anything.
const Value& item(const Value& list, std::size_t index) {
  static const Value nothing;
  const auto* const items = list.get_if<Value::List>();
  return items != nullptr && index < items->size() ? (*items)[index] : nothing;
}

const Value& member(const Value& object, std::string_view name) {
  static const Value nothing;
  const auto* const found = object.find(name);
  return found != nullptr ? *found : nothing;
}

std::string text_of(const Value& value) {
  const auto* const text = value.get_if<std::string>();
  return text != nullptr ? *text : std::string();
}

int number_of(const Value& value) {
  const auto* const number = value.get_if<std::int64_t>();
  return number != nullptr ? static_cast<int>(*number) : 0;
}

const Value::List& list_of(const Value& value) {
  static const Value::List nothing;
  const auto* const list = value.get_if<Value::List>();
  return list != nullptr ? *list : nothing;
}

Attributes decode_attributes(const Value& value) {
  Attributes attributes;
  if (const auto* const members = value.get_if<Value::Object>())
    for (const auto& [name, each] : *members) attributes.emplace_back(name, text_of(each));
  return attributes;
}

std::vector<DotFault> decode_faults(const Value& value) {
  std::vector<DotFault> faults;
  for (const auto& each : list_of(value)) {
    const auto kind = static_cast<DotFaultKind>(number_of(item(each, 0)));
    faults.push_back({kind, number_of(item(each, 1)), text_of(item(each, 2))});
  }
  return faults;
}

}  // namespace

std::string encode_parsed(const ParsedDot& parsed) {
  const Graph& graph = parsed.graph;
  Value::List nodes, edges, clusters;
  for (const auto& node : graph.nodes)
    nodes.push_back(Value::List{node.name, node.cluster, encode_attributes(node.attributes)});
  for (const auto& edge : graph.edges)
    edges.push_back(Value::List{edge.tail, edge.head, encode_attributes(edge.attributes)});
  for (const auto& cluster : graph.clusters)
    clusters.push_back(Value::List{cluster.name, cluster.parent, encode_attributes(cluster.attributes)});
  return to_json(Value::Object{{"directed", graph.directed},
                               {"attributes", encode_attributes(graph.attributes)},
                               {"nodes", std::move(nodes)},
                               {"edges", std::move(edges)},
                               {"clusters", std::move(clusters)},
                               {"faults", encode_faults(parsed.faults)}});
}

std::string encode_drawing(const Drawing& drawing) {
  return to_json(Value::Object{{"svg", drawing.svg}, {"faults", encode_faults(drawing.faults)}});
}

Result<ParsedDot> decode_parsed(std::string_view bytes) {
  const auto answer = parse_json(bytes);
  if (!answer) return answer.error();
  ParsedDot parsed;
  Graph& graph = parsed.graph;
  const auto* const directed = member(*answer, "directed").get_if<bool>();
  graph.directed = directed == nullptr || *directed;
  graph.attributes = decode_attributes(member(*answer, "attributes"));
  for (const auto& node : list_of(member(*answer, "nodes")))
    graph.nodes.push_back({text_of(item(node, 0)), decode_attributes(item(node, 2)), text_of(item(node, 1))});
  for (const auto& edge : list_of(member(*answer, "edges")))
    graph.edges.push_back({text_of(item(edge, 0)), text_of(item(edge, 1)), decode_attributes(item(edge, 2))});
  for (const auto& cluster : list_of(member(*answer, "clusters")))
    graph.clusters.push_back(
        {text_of(item(cluster, 0)), text_of(item(cluster, 1)), decode_attributes(item(cluster, 2))});
  parsed.faults = decode_faults(member(*answer, "faults"));
  return parsed;
}

Result<Drawing> decode_drawing(std::string_view bytes) {
  const auto answer = parse_json(bytes);
  if (!answer) return answer.error();
  return Drawing{text_of(member(*answer, "svg")), decode_faults(member(*answer, "faults"))};
}

}  // namespace pmsite
