// SPDX-License-Identifier: MIT
#include "model/document.hpp"

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
