// SPDX-License-Identifier: MIT
#include "read/diagrams.hpp"

#include "base/source.hpp"
#include "base/spelling.hpp"
#include "base/text.hpp"
#include "read/architecture.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kLargePicture = 25 * 1024;

struct Option {
  std::string key, value;
};

/// The options of an info string, `caption="How requests flow" layout=neato`, without its first word.
std::vector<Option> read_options(std::string_view info) {
  std::vector<Option> options;
  info.remove_prefix(std::min(info.find_first_of(" \t"), info.size()));
  for (info = trim(info); !info.empty(); info = trim(info)) {
    const auto key_end = std::min(info.find_first_of("= \t"), info.size());
    Option option{std::string(info.substr(0, key_end)), {}};
    info.remove_prefix(key_end);
    if (info.starts_with("=\"")) {
      const auto close = std::min(info.find('"', 2), info.size());
      option.value = info.substr(2, close - 2);
      info.remove_prefix(std::min(close + 1, info.size()));
    } else if (info.starts_with('=')) {
      const auto end = std::min(info.find_first_of(" \t"), info.size());
      option.value = info.substr(1, end - 1);
      info.remove_prefix(end);
    }
    options.push_back(std::move(option));
  }
  return options;
}

Diagram read_diagram(const Node& block, const FileReporter& reporter) {
  const Span info_line = span_on_line(block.at.begin.line, block.at.begin.column, 3 + block.title.size());
  // The DOT text begins on the line below the fence.
  Diagram diagram{span_on_line(block.at.begin.line + 1, 1, 1), block.literal, {}, "dot", {}};
  for (const auto& option : read_options(block.title)) {
    if (option.key == "caption") {
      diagram.caption = option.value;
    } else if (option.key == "layout" && (option.value == "dot" || option.value == "neato")) {
      diagram.engine = option.value;
    } else if (option.key == "layout") {
      reporter.report(kDiagramAttribute, info_line, fmt::format("`{}` is not a layout", option.value),
                      "use dot or neato");
    } else {
      const auto suggestion = did_you_mean(option.key, {"caption", "layout"});
      reporter.report(kDiagramAttribute, info_line,
                      fmt::format("`{}` is not an option of a diagram", option.key),
                      suggestion.empty() ? "use caption=\"...\" and layout=dot or neato" : suggestion);
    }
  }
  return diagram;
}

const Rule& rule_for(DotFaultKind kind) {
  switch (kind) {
    case DotFaultKind::syntax:
      return kDiagramSyntax;
    case DotFaultKind::attribute:
      return kDiagramAttribute;
    case DotFaultKind::limit:
      return kDiagramLimit;
    case DotFaultKind::layout:
      return kDiagramLayout;
  }
  return kDiagramSyntax;
}

/// The graph of a text without faults; what is wrong with others, and with one without nodes, is reported.
Graph sound_graph(const Drawing& drawing, int first_line, const FileReporter& reporter) {
  report_dot_faults(drawing.faults, first_line, reporter);
  if (!drawing.faults.empty()) return {};
  if (drawing.graph.nodes.empty())
    reporter.report(kDiagramSyntax, span_on_line(first_line, 1, 0), "the diagram has no nodes",
                    "name at least one, or remove the diagram");
  if (drawing.svg.size() > kLargePicture)
    reporter.report(
        kDiagramLarge, span_on_line(first_line, 1, 0),
        fmt::format("the picture has {} KB, of {} nodes; more than {} KB are too much for a reader",
                    drawing.svg.size() / 1024, drawing.graph.nodes.size(), kLargePicture / 1024),
        "leave out what does not help to explain the failure");
  return drawing.graph;
}

/// `kind` decides whether a failure takes the dependant down, so a typing error in it must not pass.
void check_edge_kinds(const Architecture& architecture, const Graph& graph, const FileReporter& reporter) {
  const SourceText source(architecture.file, architecture.dot);
  const int last_line =
      static_cast<int>(std::count(architecture.dot.begin(), architecture.dot.end(), '\n')) + 1;
  for (const auto& edge : graph.edges) {
    const auto kind = attribute(edge.attributes, "kind");
    if (kind.empty() || kind == "hard" || kind == "soft") continue;
    reporter.report(kDiagramAttribute, source.find(kind, 1, last_line),
                    fmt::format("`{}` is not a kind of dependency", kind),
                    "use hard, which is the default, or soft");
  }
}

}  // namespace

std::vector<Diagram> read_diagrams(const Nodes& blocks, const FileReporter& reporter) {
  std::vector<Diagram> diagrams;
  walk(blocks, [&](const Node& node) {
    if (is_diagram_fence(node)) diagrams.push_back(read_diagram(node, reporter));
  });
  return diagrams;
}

void report_dot_faults(const std::vector<DotFault>& faults, int first_line, const FileReporter& reporter) {
  for (const auto& fault : faults) {
    const bool is_forbidden =
        fault.message.starts_with("attribute `") && fault.message.ends_with("is not allowed");
    reporter.report(rule_for(fault.kind), span_on_line(first_line + fault.line - 1, 1, 0), fault.message,
                    is_forbidden ? "leave it out; the manual lists what drawings may set" : "");
  }
}

void accept_graph(Diagram& diagram, const Drawing& drawing, const FileReporter& reporter) {
  diagram.graph = sound_graph(drawing, diagram.at.begin.line, reporter);
  if (!diagram.caption.empty() || diagram.graph.nodes.empty()) return;
  diagram.caption = label_text(attribute(diagram.graph.attributes, "label"), "");
  if (diagram.caption.empty())
    reporter.report(kDiagramCaption, span_on_line(diagram.at.begin.line - 1, 1, 6),
                    "the diagram has no caption",
                    "write ```dot caption=\"what it shows\", or a label on the graph");
}

void accept_graph(Architecture& architecture, const Drawing& drawing, const FileReporter& reporter) {
  const Graph graph = sound_graph(drawing, 1, reporter);
  if (!graph.directed)
    reporter.report(kDiagramSyntax, span_on_line(1, 1, 0),
                    "the dependencies of an architecture have a direction",
                    "write `digraph`, and `a -> b` where a depends on b");
  check_edge_kinds(architecture, graph, reporter);
  fill_architecture(architecture, graph);
}

}  // namespace pmsite
