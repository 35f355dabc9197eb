// SPDX-License-Identifier: MIT
#include "model/document.hpp"

#include <algorithm>
#include <string_view>

namespace pmsite {
namespace {

void append_plain_text(std::string& out, const Node& node) {
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::code:
      out += node.literal;
      break;
    case NodeKind::soft_break:
    case NodeKind::line_break:
      out += ' ';
      break;
    case NodeKind::image:
    case NodeKind::code_block:
      break;
    default:
      for (const auto& child : node.children) append_plain_text(out, child);
      if (!is_inline(node.kind) && !out.empty() && out.back() != ' ') out += ' ';
  }
}

}  // namespace

bool is_html_comment(const Node& html) {
  std::string_view rest = html.literal;
  const auto skip_blanks = [&rest] {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
  };
  for (skip_blanks(); !rest.empty(); skip_blanks()) {
    const auto end = rest.starts_with("<!--") ? rest.find("-->", 4) : std::string_view::npos;
    if (end == std::string_view::npos) return false;
    rest.remove_prefix(end + 3);
  }
  return true;
}

bool is_diagram_fence(const Node& code_block) {
  const auto language = std::string_view(code_block.title).substr(0, code_block.title.find_first_of(" \t"));
  return code_block.kind == NodeKind::code_block && (language == "dot" || language == "graphviz");
}

bool is_inline(NodeKind kind) { return kind >= NodeKind::text; }

std::string plain_text(const Nodes& nodes) {
  std::string out;
  for (const auto& node : nodes) append_plain_text(out, node);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string plain_text(const Node& node) {
  std::string out;
  append_plain_text(out, node);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace pmsite
