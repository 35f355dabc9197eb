// SPDX-License-Identifier: MIT
#include "engine/svg_renderer.hpp"

#include "base/text.hpp"
#include "base/url.hpp"
#include "engine/dot_attributes.hpp"
#include "engine/graphviz.hpp"
#include "engine/svg_sheet.hpp"
#include "engine/svg_text.hpp"

#include <cgraph.h>
#include <gvc.h>
#include <gvplugin_render.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

constexpr double kDefaultFontSize = 14;

SvgSheet& sheet_of(const GVJ_t* job) { return *static_cast<SvgSheet*>(job->context); }

/// The node, edge or graph that is being drawn.
void* object_of(const GVJ_t* job) { return job->obj->u.g; }

std::string_view value_of(void* object, const char* name) {
  const char* const value = agget(object, const_cast<char*>(name));
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool has_style(void* object, std::string_view style) {
  const auto styles = split(value_of(object, "style"), ',');
  return std::any_of(styles.begin(), styles.end(), [style](auto each) { return trim(each) == style; });
}

// Groups

void append_classes(SvgSheet& sheet, void* object) {
  const auto classes = trim(value_of(object, "class"));
  if (!classes.empty()) sheet.svg += ' ';
  append_svg_text(sheet.svg, classes);
  sheet.svg += '"';
}

std::string_view link_of(void* object) {
  const auto link = value_of(object, "URL").empty() ? value_of(object, "href") : value_of(object, "URL");
  return is_allowed_url(link) ? link : std::string_view();
}

/// Ends the opening tag of a group, and adds what comes before its shapes.
void append_group_start(SvgSheet& sheet, const GVJ_t* job) {
  sheet.svg += '>';
  if (const auto link = link_of(object_of(job)); !link.empty()) {
    sheet.svg += "<a href=\"";
    append_svg_text(sheet.svg, percent_encode(link));
    sheet.svg += "\">";
  }
  if (job->obj->explicit_tooltip == 0 || job->obj->tooltip == nullptr) return;
  sheet.svg += "<title>";
  append_svg_text(sheet.svg, job->obj->tooltip);
  sheet.svg += "</title>";
}

void end_group(GVJ_t* job) {
  auto& sheet = sheet_of(job);
  sheet.text_colour = {};
  if (!sheet.is_hidden) sheet.svg += link_of(object_of(job)).empty() ? "</g>" : "</a></g>";
  sheet.is_hidden = false;
}

/// Where the node stands, for what a page may draw over it.
void end_node(GVJ_t* job) {
  auto& sheet = sheet_of(job);
  const auto& [left, top, right, bottom] = sheet.box;
  sheet.svg += kBoxMark;
  for (const double number : {left, top, right - left, bottom - top}) {
    if (sheet.svg.back() != kBoxMark) sheet.svg += ' ';
    sheet.append_number(number);
  }
  sheet.svg += kBoxMark;
  end_group(job);
}

void begin_page(GVJ_t* job) {
  auto& sheet = sheet_of(job);
  sheet.svg += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" viewBox=\"0 0 ";
  sheet.append_number(job->width);
  sheet.svg += ' ';
  sheet.append_number(job->height);
  sheet.svg += "\">";
}

void end_page(GVJ_t* job) { sheet_of(job).svg += "</svg>"; }

void begin_cluster(GVJ_t* job) {
  auto& sheet = sheet_of(job);
  sheet.is_hidden = has_style(object_of(job), "invis");
  if (sheet.is_hidden) return;
  sheet.svg += "<g class=\"cluster";
  append_classes(sheet, object_of(job));
  sheet.append_own_id(value_of(object_of(job), "id"));
  append_group_start(sheet, job);
}

void begin_node(GVJ_t* job) {
  auto& sheet = sheet_of(job);
  sheet.has_body = false;
  sheet.box = {};
  sheet.svg += "<g class=\"node ";
  sheet.svg.append(1, kStateMark).append(agnameof(object_of(job))).append(1, kStateMark);
  append_classes(sheet, object_of(job));
  sheet.svg.append(" id=\"").append(1, kIdPrefixMark).append("node-");
  sheet.append_number(AGSEQ(object_of(job)));
  sheet.svg += '"';
  append_group_start(sheet, job);
}

void begin_edge(GVJ_t* job) {
  auto& sheet = sheet_of(job);
  auto* const edge = static_cast<Agedge_t*>(object_of(job));
  sheet.has_line = false;
  sheet.svg += "<g class=\"edge ";
  sheet.svg.append(1, kStateMark).append(agnameof(agtail(edge))).append(1, kEndMark);
  sheet.svg.append(agnameof(aghead(edge))).append(1, kStateMark);
  if (value_of(edge, "kind") == "soft") sheet.svg += " soft";
  append_classes(sheet, object_of(job));
  sheet.append_own_id(value_of(object_of(job), "id"));
  append_group_start(sheet, job);
}

// Shapes

bool is_drawing(const GVJ_t* job, bool is_filled) {
  const auto& sheet = sheet_of(job);
  // The root graph draws nothing but its background. Some shapes have an outline that nobody shall see.
  const bool is_seen = is_filled || job->obj->pencolor.u.rgba[3] != 0;
  return is_seen && !sheet.is_hidden && job->obj->type != ROOTGRAPH_OBJTYPE &&
         sheet.svg.size() <= kLargestDrawing;
}

/// What the author wants an area filled with; empty if they named no colour.
std::string_view fill_of(const GVJ_t* job) {
  void* const object = object_of(job);
  const auto fill = value_of(object, "fillcolor");
  const auto colour = fill.empty() ? value_of(object, "color") : fill;
  return job->obj->type == EDGE_OBJTYPE || has_style(object, "filled") ? colour : std::string_view();
}

/// Black or white, whichever can be read on the colour that Graphviz resolved for `fill`.
std::string_view contrast_of(const GVJ_t* job, std::string_view fill) {
  std::array<double, 3> channels{};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    unsigned value = job->obj->fillcolor.u.rgba[i];
    if (fill.size() == 4 && fill.front() == '#') {
      // Graphviz does not know the short form.
      std::from_chars(&fill[i + 1], &fill[i + 1] + 1, value, 16);
      value *= 17;
    }
    channels[i] = std::pow(value / 255.0, 2.2);
  }
  const double luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
  return luminance > 0.18 ? "black" : "white";
}

/// What a shape is to the object that is being drawn.
enum class Role { line, body, detail, head, open_head };

Role role_of(const GVJ_t* job, bool is_filled, bool is_closed) {
  if (job->obj->type == EDGE_OBJTYPE) return is_filled ? Role::head : Role::open_head;
  if (job->obj->type == CLUSTER_OBJTYPE) return Role::line;
  auto& sheet = sheet_of(job);
  if (sheet.has_body || !is_closed) return Role::detail;
  sheet.has_body = true;
  return Role::body;
}

/// Notes where the body is that is drawn through, or around, these points.
void note_body(const GVJ_t* job, Role role, const pointf* points, int count) {
  if (role != Role::body || job->obj->type != NODE_OBJTYPE) return;
  auto& sheet = sheet_of(job);
  sheet.box = {};
  for (int i = 1; i < count; ++i)
    sheet.widen_box({std::min(points[0].x, points[i].x), std::min(points[0].y, points[i].y),
                     std::max(points[0].x, points[i].x), std::max(points[0].y, points[i].y)});
}

std::string_view class_of(const GVJ_t* job, Role role) {
  switch (role) {
    case Role::line:
      return "";
    case Role::body:
      return value_of(object_of(job), "shape") == "point" ? " class=\"shape point\"" : " class=\"shape\"";
    case Role::detail:
      return " class=\"detail\"";
    case Role::head:
      return " class=\"head\"";
    case Role::open_head:
      return " class=\"head open\"";
  }
  return "";
}

/// Appends class, colours and strokes and ends the tag.
void append_paint(const GVJ_t* job, Role role, bool is_filled) {
  auto& sheet = sheet_of(job);
  sheet.svg += class_of(job, role);
  sheet.append_colour("stroke", value_of(object_of(job), "color"));
  if (const auto fill = fill_of(job); is_filled && !fill.empty()) {
    sheet.append_colour("fill", fill);
    if (role != Role::head && fill != "transparent") sheet.text_colour = contrast_of(job, fill);
  }
  if (job->obj->pen == PEN_DASHED) sheet.svg += " stroke-dasharray=\"5 2\"";
  if (job->obj->pen == PEN_DOTTED) sheet.svg += " stroke-dasharray=\"1 5\"";
  if (job->obj->penwidth != PENWIDTH_NORMAL)
    sheet.append_number_attribute("stroke-width", job->obj->penwidth);
  sheet.svg += "/>";
}

void append_points(SvgSheet& sheet, const pointf* points, int count) {
  sheet.svg += " points=\"";
  for (int i = 0; i < count; ++i) {
    if (i > 0) sheet.svg += ' ';
    sheet.append_point(points[i].x, points[i].y);
  }
  sheet.svg += '"';
}

void draw_ellipse(GVJ_t* job, pointf* points, int filled) {
  if (!is_drawing(job, filled != 0)) return;
  auto& sheet = sheet_of(job);
  sheet.svg += "<ellipse";
  sheet.append_number_attribute("cx", points[0].x);
  sheet.append_number_attribute("cy", points[0].y);
  sheet.append_number_attribute("rx", std::abs(points[1].x - points[0].x));
  sheet.append_number_attribute("ry", std::abs(points[1].y - points[0].y));
  const Role role = role_of(job, filled != 0, true);
  const std::array corners = {points[1],
                              pointf{2 * points[0].x - points[1].x, 2 * points[0].y - points[1].y}};
  note_body(job, role, corners.data(), 2);
  append_paint(job, role, filled != 0);
}

void draw_polygon(GVJ_t* job, pointf* points, int count, int filled) {
  if (!is_drawing(job, filled != 0)) return;
  auto& sheet = sheet_of(job);
  sheet.svg += "<polygon";
  append_points(sheet, points, count);
  const Role role = role_of(job, filled != 0, true);
  note_body(job, role, points, count);
  append_paint(job, role, filled != 0);
}

void draw_polyline(GVJ_t* job, pointf* points, int count) {
  if (!is_drawing(job, false)) return;
  auto& sheet = sheet_of(job);
  sheet.svg += "<polyline";
  append_points(sheet, points, count);
  append_paint(job, role_of(job, false, false), false);
}

/// The splines of edges, and the bodies of cylinders and rounded boxes.
void draw_curve(GVJ_t* job, pointf* points, int count, int, int, int filled) {
  if (!is_drawing(job, filled != 0)) return;
  auto& sheet = sheet_of(job);
  sheet.svg += "<path d=\"M";
  sheet.append_point(points[0].x, points[0].y);
  for (int i = 1; i < count; ++i) {
    sheet.svg += i == 1 ? 'C' : ' ';
    sheet.append_point(points[i].x, points[i].y);
  }
  sheet.svg += '"';
  const bool is_spline = job->obj->emit_state == EMIT_EDRAW;
  if (is_spline && !std::exchange(sheet.has_line, true)) ++sheet.drawn_edges;
  const bool is_closed = points[0].x == points[count - 1].x && points[0].y == points[count - 1].y;
  const Role role = is_spline ? Role::line : role_of(job, filled != 0, is_closed);
  note_body(job, role, points, count);
  append_paint(job, role, filled != 0);
}

// Text

std::string_view anchor_of(char justification) {
  switch (justification) {
    case 'l':
      return "";
    case 'r':
      return " text-anchor=\"end\"";
    default:
      return " text-anchor=\"middle\"";
  }
}

void draw_text(GVJ_t* job, pointf point, textspan_t* span) {
  auto& sheet = sheet_of(job);
  if (sheet.is_hidden || sheet.svg.size() > kLargestDrawing || span->str == nullptr || *span->str == '\0')
    return;
  sheet.svg += "<text";
  sheet.append_number_attribute("x", point.x);
  sheet.append_number_attribute("y", point.y - span->yoffset_centerline);
  sheet.svg += anchor_of(span->just);
  if (span->font->size != kDefaultFontSize) sheet.append_number_attribute("font-size", span->font->size);
  const auto colour = value_of(object_of(job), "fontcolor");
  sheet.append_colour("fill", colour.empty() ? sheet.text_colour : colour);
  sheet.svg += '>';
  append_svg_text(sheet.svg, span->str);
  sheet.svg += "</text>";
  if (sheet.has_body || job->obj->type != NODE_OBJTYPE) return;
  const double before = span->just == 'l' ? 0 : span->just == 'r' ? span->size.x : span->size.x / 2;
  sheet.widen_box({point.x - before, point.y - span->size.y, point.x - before + span->size.x, point.y});
}

gvrender_engine_t make_engine() {
  gvrender_engine_t engine{};
  engine.begin_page = begin_page;
  engine.end_page = end_page;
  engine.begin_cluster = begin_cluster;
  engine.end_cluster = end_group;
  engine.begin_node = begin_node;
  engine.end_node = end_node;
  engine.begin_edge = begin_edge;
  engine.end_edge = end_group;
  engine.textspan = draw_text;
  engine.ellipse = draw_ellipse;
  engine.polygon = draw_polygon;
  engine.beziercurve = draw_curve;
  engine.polyline = draw_polyline;
  return engine;
}

}  // namespace

gvrender_engine_s* svg_render_engine() {
  static gvrender_engine_t engine = make_engine();
  return &engine;
}

}  // namespace pmsite
