// SPDX-License-Identifier: MIT
#pragma once

#include "model/content.hpp"

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
  std::string id_prefix;  ///< unique on the page: "d1-"
  std::string title;      ///< its name for those who cannot see it
};

/// A finished <svg> element: ids with their prefix, a title, natural size, and on each node the class of its
/// component's state. Components without a state get none.
std::string fill_picture(std::string_view svg_template, const PictureText& text,
                         const std::map<std::string, ComponentState>& states);

}  // namespace pmsite
