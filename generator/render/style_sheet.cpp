// SPDX-License-Identifier: MIT
#include "render/style_sheet.hpp"

#include <algorithm>
#include <cstddef>

namespace pmsite {
namespace {

/// The length of the string that begins the text, with both its marks; a backslash guards the next character.
std::size_t string_length(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == text.front() || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

std::size_t comment_length(std::string_view text) {
  const auto end = text.find("*/", 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

}  // namespace

std::string squeeze_css(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  while (!css.empty()) {
    const char c = css.front();
    std::size_t length = 1;
    const bool is_comment = css.starts_with("/*");
    if (is_comment) length = comment_length(css);
    if (c == '"' || c == '\'') length = string_length(css);
    if (css.starts_with("url(")) length = css.find(')');
    length = std::min(length, css.size());
    const bool is_at_line_start = out.empty() || out.back() == '\n';
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool is_dropped = (is_comment && !css.starts_with("/*!")) || (is_blank && is_at_line_start);
    if (!is_dropped) out.append(css.substr(0, length));
    css.remove_prefix(length);
    // A comment parts what stands on both its sides.
    if (is_comment && is_dropped && !is_at_line_start && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace pmsite
