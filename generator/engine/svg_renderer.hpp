// SPDX-License-Identifier: MIT
#pragma once

// Graphviz's table of drawing functions; its headers stay in the sources that call it.
struct gvrender_engine_s;

namespace pmsite {

/// Draws SVG for Graphviz, on the SvgSheet whose address is the context of gvRenderContext().
///
/// Classes: `diagram` on the picture; `node`, `edge` (also `soft`, for kind=soft) and `cluster` on groups,
/// followed by the author's own; `shape` on the body of a node (also `point` for shape=point), `detail` on
/// lines inside or around it, `head` on arrow heads (also `open` where they are not filled). Colours appear
/// only where the author set them.
gvrender_engine_s* svg_render_engine();

}  // namespace pmsite
