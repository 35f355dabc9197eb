// SPDX-License-Identifier: MIT
#include "base/html.hpp"

namespace pmsite {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";  // &apos; is not known to HTML 4
    default:
      return {};
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto replacement = entity(text[i]);
    if (replacement.empty()) continue;
    out.append(text, copied, i - copied);
    out += replacement;
    copied = i + 1;
  }
  out.append(text, copied);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

}  // namespace pmsite
