// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "engine/graphviz.hpp"
#include "engine/graphviz_copy.hpp"
#include "engine/graphviz_read.hpp"
#include "engine/svg_renderer.hpp"
#include "engine/svg_sheet.hpp"
#include "engine/text_width.hpp"

#include <cgraph.h>
#include <fmt/format.h>
#include <gvc.h>
#include <gvplugin_device.h>
#include <gvplugin_render.h>
#include <gvplugin_textlayout.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

// The names are Graphviz's.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}
// NOLINTEND(readability-identifier-naming)

namespace pmsite {
namespace {

constexpr double kLineHeight = 1.2;       // in font sizes
constexpr double kBaselineOffset = 0.05;  // likewise, upwards; puts capitals in the middle of their line
constexpr double kMarginAround = 12;      // points; strokes, arrow heads and words reach over the edge
constexpr double kPointsPerInch = 72;
constexpr const char* kFormat = "pmsite";

// Edges pass up to 10 points inside the box of their label; room around the text keeps it readable. How much
// is said to measure_text() by the name of a font, which authors cannot choose.
constexpr std::string_view kEdgeFont = "edge";
constexpr double kEdgeLabelWidth = 12;
constexpr double kEdgeLabelHeight = 6;

// Graphviz hands nothing of ours to measure_text(); a worker process draws one text at a time.
const FontWidths* measuring_font = nullptr;

boolean measure_text(textspan_t* span, char**) {
  const double font_size = span->font->size;
  const bool is_on_edge = span->font->name != nullptr && span->font->name == kEdgeFont;
  span->size.x = text_width(span->str, font_size, measuring_font) + (is_on_edge ? kEdgeLabelWidth : 0);
  span->size.y = kLineHeight * font_size + (is_on_edge ? kEdgeLabelHeight : 0);
  span->yoffset_layout = 0;
  span->yoffset_centerline = kBaselineOffset * font_size - (is_on_edge ? kEdgeLabelHeight / 2 : 0);
  span->layout = nullptr;
  span->free_layout = nullptr;
  return 1;
}

// Without a device of ours Graphviz would open standard output.
void ignore_job(GVJ_t*) {}

/// A context that knows our plugins and the two layouts, reads no configuration and loads nothing else. Its
/// name for the highest quality wins, so text is measured by us even where another library measures text too.
GVC_t* make_context() {
  static gvtextlayout_engine_t text_engine{measure_text};
  static gvdevice_engine_t device_engine{ignore_job, nullptr, ignore_job};
  static gvrender_features_t render_features{GVRENDER_Y_GOES_DOWN | GVRENDER_DOES_LABELS |
                                                 GVRENDER_DOES_TOOLTIPS | GVRENDER_NO_WHITE_BG |
                                                 EMIT_EDGE_SORTED,
                                             kMarginAround, nullptr, 0, RGBA_BYTE};
  static gvdevice_features_t device_features{0, {0, 0}, {0, 0}, {kPointsPerInch, kPointsPerInch}};
  static std::array<gvplugin_installed_t, 2> texts{{{0, "textlayout", 99, &text_engine, nullptr}, {}}};
  static std::array<gvplugin_installed_t, 2> renders{
      {{0, "pmsite", 1, svg_render_engine(), &render_features}, {}}};
  static std::array<gvplugin_installed_t, 2> devices{
      {{0, "pmsite:pmsite", 1, &device_engine, &device_features}, {}}};
  static std::array<gvplugin_api_t, 4> apis{{{API_render, renders.data()},
                                             {API_device, devices.data()},
                                             {API_textlayout, texts.data()},
                                             {static_cast<api_t>(0), nullptr}}};
  static std::string name = "pmsite";
  static gvplugin_library_t own_library{name.data(), apis.data()};
  static const std::array<lt_symlist_t, 4> builtins{
      {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
       {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
       {"gvplugin_pmsite_LTX_library", &own_library},
       {nullptr, nullptr}}};
  return gvContextPlugins(builtins.data(), 0);
}

void set_graph_value(Agraph_t* graph, std::string name, std::string value) {
  std::string unset;
  agsafeset(graph, name.data(), value.data(), unset.data());
}

// Above this size Graphviz would look for the best layout for up to a minute; a good one takes it a second.
constexpr int kManyNodes = 100;
constexpr int kManyEdges = 150;

void hurry(Agraph_t* graph) {
  set_graph_value(graph, "nslimit", "0.5");
  set_graph_value(graph, "nslimit1", "0.5");
  set_graph_value(graph, "mclimit", "0.2");
}

void apply_settings(Agraph_t* graph, std::string_view engine, LayoutSettings settings) {
  // Without it, ordinary graphs with labels and clusters end in "trouble in init_rank", lost edges and
  // crashes.
  if (settings != LayoutSettings::plain) set_graph_value(graph, "newrank", "true");
  if (settings == LayoutSettings::straight_lines) set_graph_value(graph, "splines", "line");
  // Set in a subgraph alone, it would be empty for the graph, which Graphviz takes as "draw no edges".
  std::string splines = "splines";
  if (const char* const chosen = agget(graph, splines.data()); chosen != nullptr && *chosen == '\0')
    set_graph_value(graph, splines, "true");
  // The graph's own label is the caption or the title of the figure, which the page prints.
  set_graph_value(graph, "label", "");
  if (agnnodes(graph) > kManyNodes || agnedges(graph) > kManyEdges) hurry(graph);
  std::string font_name = "fontname";
  std::string edge_font(kEdgeFont);
  agattr(graph, AGEDGE, font_name.data(), edge_font.data());
  if (engine == "neato") set_graph_value(graph, "overlap", "false");
}

/// The reason Graphviz gives; empty if all went well. Some of its parts only print that the picture is wrong.
std::string find_failure(const std::string& messages) {
  for (const auto line : split(messages, '\n')) {
    const bool is_error = line.starts_with("Error: ");
    if (is_error || line.starts_with("libpath/") || line.find("seriously wrong") != std::string_view::npos)
      return std::string(line.substr(line.find(' ') + 1));
  }
  return {};
}

DotFault layout_fault(std::string reason) {
  return {DotFaultKind::layout, 1, "Graphviz cannot lay this out: " + std::move(reason)};
}

/// How many edges the author wants to see.
int visible_edges(const Graph& graph) {
  return static_cast<int>(std::count_if(graph.edges.begin(), graph.edges.end(), [](const Graph::Edge& edge) {
    const auto styles = split(attribute(edge.attributes, "style"), ',');
    return std::none_of(styles.begin(), styles.end(), [](auto style) { return trim(style) == "invis"; });
  }));
}

/// The picture of a graph that is laid out, or the reason why there is none.
void render(GVC_t* context, Agraph_t* graph, GraphvizMessages& messages, Drawing& drawing) {
  SvgSheet sheet;
  const bool is_rendered = gvRenderContext(context, graph, kFormat, &sheet) == 0;
  if (auto reason = find_failure(messages.text()); !reason.empty()) {
    drawing.faults.push_back(layout_fault(std::move(reason)));
  } else if (!is_rendered || agerrors() > 0 || sheet.is_broken) {
    drawing.faults.push_back(layout_fault("the picture is broken"));
  } else if (sheet.drawn_edges < visible_edges(drawing.graph)) {
    drawing.faults.push_back(layout_fault("an edge was lost without a word"));
  } else if (sheet.svg.size() > kLargestDrawing) {
    drawing.faults.push_back(
        {DotFaultKind::limit, 1, fmt::format("the picture has more than {} bytes", kLargestDrawing)});
  } else {
    drawing.svg = std::move(sheet.svg);
  }
}

}  // namespace

Drawing draw_dot(std::string_view dot, std::string_view engine, LayoutSettings settings,
                 const FontWidths* font) {
  Drawing drawing;
  if (engine != "dot" && engine != "neato") {
    drawing.faults.push_back(
        {DotFaultKind::attribute, 1, fmt::format("layout `{}` is not known; use `dot` or `neato`", engine)});
    return drawing;
  }
  static GVC_t* const context = make_context();
  DotReading reading = read_dot(dot);
  drawing.faults = std::move(reading.faults);
  if (reading.graph != nullptr) drawing.graph = copy_graph(reading.graph);
  if (!drawing.faults.empty()) return drawing;
  measuring_font = font;
  apply_settings(reading.graph, engine, settings);
  GraphvizMessages messages;
  agreseterrors();
  const std::string engine_name(engine);
  if (gvLayout(context, reading.graph, engine_name.c_str()) != 0 || agerrors() > 0) {
    auto reason = find_failure(messages.text());
    drawing.faults.push_back(layout_fault(reason.empty() ? "no reason given" : std::move(reason)));
    return drawing;
  }
  // Neither the layout nor the graph is freed: gvFreeLayout() of Graphviz 2.42 frees some of it twice.
  render(context, reading.graph, messages, drawing);
  return drawing;
}

}  // namespace pmsite
