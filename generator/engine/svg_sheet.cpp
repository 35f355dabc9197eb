// SPDX-License-Identifier: MIT
#include "engine/svg_sheet.hpp"

#include "base/text.hpp"
#include "engine/dot_attributes.hpp"
#include "engine/graphviz.hpp"
#include "engine/svg_text.hpp"

#include <algorithm>

namespace pmsite {

void SvgSheet::append_number(double number) {
  is_broken = is_broken || !is_svg_number(number);
  append_svg_number(svg, number);
}

void SvgSheet::append_number_attribute(std::string_view name, double number) {
  svg.append(" ").append(name).append("=\"");
  append_number(number);
  svg += '"';
}

void SvgSheet::append_point(double x, double y) {
  append_number(x);
  svg += ',';
  append_number(y);
}

void SvgSheet::append_colour(std::string_view attribute, std::string_view colour) {
  if (colour.empty() || !is_colour(colour)) return;
  svg.append(" ").append(attribute).append("=\"").append(to_lower(colour)).append("\"");
}

void SvgSheet::append_own_id(std::string_view id) {
  if (id.empty() || !ids.insert(std::string(id)).second) return;
  svg.append(" id=\"").append(1, kIdPrefixMark).append("id-");
  append_svg_text(svg, id);
  svg += '"';
}

void SvgSheet::widen_box(const SvgBox& part) {
  if (box.left == box.right) {
    box = part;
    return;
  }
  box = {std::min(box.left, part.left), std::min(box.top, part.top), std::max(box.right, part.right),
         std::max(box.bottom, part.bottom)};
}

}  // namespace pmsite
