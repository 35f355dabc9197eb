// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace pmsite {

/// The drawn diagrams of a site, to be filled in: the SVG template for a DOT text and the engine that laid it
/// out.
using Pictures = std::map<std::pair<std::string, std::string>, std::string>;

/// What a drawing says besides its lines.
struct PictureText {
  std::string id_prefix;         ///< unique on the page: "d1-"
  std::string title;             ///< its name for those who cannot see it
  std::string description = {};  ///< more than a name, where the page has more to say
};

/// Where a node stands, in the picture's own units.
struct PictureBox {
  double left = 0, top = 0, width = 0, height = 0;
};

/// What a page adds to nodes and edges, which it knows by their names. A function that is left out adds
/// nothing.
struct PictureMarks {
  std::function<std::string(std::string_view node)> node_classes = {};
  std::function<std::string(std::string_view tail, std::string_view head)> edge_classes = {};
  /// SVG to be drawn over a node.
  std::function<std::string(std::string_view node, const PictureBox& box)> overlay = {};
};

/// A finished <svg> element: ids with their prefix, a title and a description, its natural size, and the
/// marks. A picture without links is one image to assistive technology; links inside of one could not be
/// reached.
std::string fill_picture(std::string_view svg_template, const PictureText& text,
                         const PictureMarks& marks = {});

}  // namespace pmsite
