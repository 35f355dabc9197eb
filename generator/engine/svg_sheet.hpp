// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace pmsite {

struct SvgBox {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// What a picture is drawn on, and what the renderer must remember from one shape to the next. `svg` follows
/// the description of Drawing in graphviz.hpp.
struct SvgSheet {
  std::string svg;
  bool is_broken = false;             ///< a coordinate is no number; the layout went wrong
  std::set<std::string> ids = {};     ///< the author's ids so far, each of which is used once
  bool is_hidden = false;             ///< what is drawn now is invisible
  int drawn_edges = 0;                ///< those of which at least one line was drawn
  bool has_body = false;              ///< the body of the current node is drawn
  bool has_line = false;              ///< a line of the current edge is drawn
  SvgBox box = {};                    ///< around that body; around the text of a node without one
  std::string_view text_colour = {};  ///< what can be read on the author's colour around the text

  void append_number(double number);
  /// ` name="12.5"`.
  void append_number_attribute(std::string_view name, double number);
  void append_point(double x, double y);
  /// ` fill="#aabbcc"`; nothing where the colour is none that CSS knows.
  void append_colour(std::string_view attribute, std::string_view colour);
  /// ` id="..."`, with the mark for a prefix; nothing where there is none, or the author has used it before.
  void append_own_id(std::string_view id);
  /// Makes the box hold a part more; the first part makes it.
  void widen_box(const SvgBox& part);
};

}  // namespace pmsite
