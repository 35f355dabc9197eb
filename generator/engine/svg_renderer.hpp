// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

// Graphviz's table of drawing functions; its headers stay in the sources that call it.
struct gvrender_engine_s;

namespace pmsite {

/// What the renderer draws on; its address is the context of gvRenderContext(). `svg` follows the description
/// of Drawing in graphviz.hpp.
///
/// Classes: `diagram` on the picture; `node`, `edge` (also `soft`, for kind=soft) and `cluster` on groups,
/// followed by the author's own; `shape` on the body of a node (also
/// `point` for shape=point), `detail` on lines inside or around it, `head`
/// on arrow heads (also `open` where they are not filled). Colours appear only where the author set them.
struct SvgSheet {
  std::string svg;
  bool is_broken = false;             ///< a coordinate is no number; the layout went wrong
  std::set<std::string> ids = {};     ///< the author's ids so far, each of which is used once
  bool is_hidden = false;             ///< what is drawn now is invisible
  bool has_body = false;              ///< the body of the current node is drawn
  std::string_view text_colour = {};  ///< what can be read on the author's colour around the text
};

/// Draws SVG for Graphviz.
gvrender_engine_s* svg_render_engine();

}  // namespace pmsite
