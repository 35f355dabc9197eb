// SPDX-License-Identifier: MIT
#include "render/pictures.hpp"

#include "base/html.hpp"
#include "base/text.hpp"
#include "engine/graphviz.hpp"

#include <fmt/format.h>

#include <cassert>

namespace pmsite {
namespace {

/// " width=".." height=".."" out of the viewBox, so that a page knows the natural size before it scales.
std::string size_attributes(std::string_view svg) {
  constexpr std::string_view kViewBox = "viewBox=\"";
  const auto begin = svg.find(kViewBox);
  if (begin == std::string_view::npos) return {};
  const auto inside = svg.substr(begin + kViewBox.size());
  const auto numbers = split(inside.substr(0, inside.find('"')), ' ');
  return numbers.size() == 4 ? fmt::format(" width=\"{}\" height=\"{}\"", numbers[2], numbers[3])
                             : std::string();
}

}  // namespace

std::string fill_picture(std::string_view svg_template, const PictureText& text,
                         const std::map<std::string, ComponentState>& states) {
  std::string svg;
  svg.reserve(svg_template.size() + 256);
  const auto tag_end = svg_template.find('>');
  for (std::size_t i = 0; i < svg_template.size(); ++i) {
    const char c = svg_template[i];
    if (c == kIdPrefixMark) {
      svg += text.id_prefix;
    } else if (c == kStateMark) {
      const auto close = svg_template.find(kStateMark, i + 1);
      assert(close != std::string_view::npos && "state marks come in pairs");
      const auto state = states.find(std::string(svg_template.substr(i + 1, close - i - 1)));
      if (state != states.end()) svg += fmt::format("state-{}", word(state->second));
      i = close;
    } else if (i == tag_end) {
      svg += size_attributes(svg_template) + '>';
      svg += fmt::format("<title id=\"{}title\">", text.id_prefix);
      append_escaped(svg, text.title);
      svg += "</title>";
    } else {
      svg += c;
    }
  }
  return svg;
}

}  // namespace pmsite
