// SPDX-License-Identifier: MIT
#include "engine/layout_protocol.hpp"

#include "base/byte_stream.hpp"
#include "base/source.hpp"
#include "engine/svg_check.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

// The bytes of an empty one: what is made for a count must not be a thousand times what was read.
constexpr std::size_t kSmallestAttribute = 8, kSmallestElement = 12;

void write_attributes(ByteWriter& out, const Attributes& attributes) {
  out.number(static_cast<std::uint32_t>(attributes.size()));
  for (const auto& [name, value] : attributes) {
    out.text(name);
    out.text(value);
  }
}

Attributes read_attributes(ByteReader& in) {
  Attributes attributes(in.count(kSmallestAttribute));
  for (auto& [name, value] : attributes) {
    name = in.text();
    value = in.text();
  }
  return attributes;
}

void write_graph(ByteWriter& out, const Graph& graph) {
  out.number(graph.directed ? 1 : 0);
  write_attributes(out, graph.attributes);
  out.number(static_cast<std::uint32_t>(graph.nodes.size()));
  for (const auto& node : graph.nodes) {
    out.text(node.name);
    out.text(node.cluster);
    write_attributes(out, node.attributes);
  }
  out.number(static_cast<std::uint32_t>(graph.edges.size()));
  for (const auto& edge : graph.edges) {
    out.text(edge.tail);
    out.text(edge.head);
    write_attributes(out, edge.attributes);
  }
  out.number(static_cast<std::uint32_t>(graph.clusters.size()));
  for (const auto& cluster : graph.clusters) {
    out.text(cluster.name);
    out.text(cluster.parent);
    write_attributes(out, cluster.attributes);
  }
}

Graph read_graph(ByteReader& in) {
  Graph graph;
  graph.directed = in.number() != 0;
  graph.attributes = read_attributes(in);
  graph.nodes.resize(in.count(kSmallestElement));
  for (auto& node : graph.nodes) {
    node.name = in.text();
    node.cluster = in.text();
    node.attributes = read_attributes(in);
  }
  graph.edges.resize(in.count(kSmallestElement));
  for (auto& edge : graph.edges) {
    edge.tail = in.text();
    edge.head = in.text();
    edge.attributes = read_attributes(in);
  }
  graph.clusters.resize(in.count(kSmallestElement));
  for (auto& cluster : graph.clusters) {
    cluster.name = in.text();
    cluster.parent = in.text();
    cluster.attributes = read_attributes(in);
  }
  return graph;
}

std::vector<DotFault> read_faults(ByteReader& in) {
  std::vector<DotFault> faults(std::min<std::size_t>(in.count(), kMostDotFaults + 1));
  for (auto& fault : faults) {
    const auto kind = in.number();
    fault.kind = kind <= static_cast<std::uint32_t>(DotFaultKind::layout) ? static_cast<DotFaultKind>(kind)
                                                                          : DotFaultKind::layout;
    fault.line = static_cast<int>(std::clamp<std::uint32_t>(in.number(), 1, kLargestDot));
    fault.message = in.text();
  }
  return faults;
}

bool is_plain(std::string_view text) {
  while (!text.empty()) {
    const int length = utf8_length(text);
    const auto byte = static_cast<unsigned char>(text.front());
    if (length == 0 || (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F)
      return false;
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return true;
}

bool are_plain(const Attributes& attributes) {
  return std::all_of(attributes.begin(), attributes.end(),
                     [](const auto& each) { return is_plain(each.first) && is_plain(each.second); });
}

/// Whether a graph is one that read_dot() could have read: what follows relies on it.
bool is_sound(const Graph& graph) {
  std::set<std::string_view> nodes, clusters{""};
  for (const auto& cluster :
       graph.clusters) {  // each after its parent; one in several places comes several times
    if (!clusters.contains(cluster.parent) || !is_plain(cluster.name) || !are_plain(cluster.attributes))
      return false;
    clusters.insert(cluster.name);
  }
  for (const auto& node : graph.nodes)
    if (!clusters.contains(node.cluster) || !is_plain(node.name) || !are_plain(node.attributes) ||
        !nodes.insert(node.name).second)
      return false;
  return are_plain(graph.attributes) &&
         std::all_of(graph.edges.begin(), graph.edges.end(), [&](const auto& edge) {
           return nodes.contains(edge.tail) && nodes.contains(edge.head) && are_plain(edge.attributes);
         });
}

}  // namespace

std::string encode_drawing(const Drawing& drawing) {
  ByteWriter out;
  write_graph(out, drawing.graph);
  out.text(drawing.svg);
  out.number(static_cast<std::uint32_t>(drawing.faults.size()));
  for (const auto& fault : drawing.faults) {
    out.number(static_cast<std::uint32_t>(fault.kind));
    out.number(static_cast<std::uint32_t>(fault.line));
    out.text(fault.message);
  }
  out.number(static_cast<std::uint32_t>(drawing.attempts));
  return out.take();
}

std::optional<Drawing> decode_drawing(std::string_view bytes) {
  ByteReader in(bytes);
  Drawing drawing;
  drawing.graph = read_graph(in);
  drawing.svg = in.text();
  drawing.faults = read_faults(in);
  drawing.attempts = static_cast<int>(in.number() & 0xFF);
  const bool is_one_of_both = drawing.svg.empty() != drawing.faults.empty();
  if (!in.is_whole() || !in.is_at_end() || !is_one_of_both || !is_sound(drawing.graph)) return std::nullopt;
  if (drawing.svg.size() > kLargestDrawing) return std::nullopt;
  if (!drawing.svg.empty() && !is_own_picture(drawing.svg)) return std::nullopt;
  return drawing;
}

}  // namespace pmsite
