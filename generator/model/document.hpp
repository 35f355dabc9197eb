// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// Every kind of element that a GitHub-flavoured Markdown text can hold.
enum class NodeKind {
  // blocks
  paragraph,
  heading,
  list,
  item,
  block_quote,
  alert,  ///< a block quote marked as a note of the author's, not as somebody else's words
  code_block,
  html_block,
  thematic_break,
  table,
  table_row,
  table_cell,
  footnote_definition,
  // inlines
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference,
};

enum class Alignment { none, left, center, right };

/// One element of a Markdown text. Which fields carry meaning depends on `kind`.
struct Node {
  NodeKind kind = NodeKind::paragraph;
  Span at;              ///< in the file; exact for blocks, for inlines the line is exact
  std::string literal;  ///< text, code, raw HTML; the number of a footnote
  std::string url;      ///< link, image
  std::string title;    ///< link, image; the info string of a code block; the anchor of a heading; the
                        ///< kind of an alert: "note", "tip", "important", "warning", "caution"
  int level = 0;  ///< heading: 1-6; ordered list: first number; footnote reference: which use of it (from 1)
  bool ordered = false;                   ///< list
  bool tight = false;                     ///< list: items without paragraphs around their text
  bool task = false;                      ///< item: has a box
  bool checked = false;                   ///< item: the box is ticked
  bool header = false;                    ///< table row
  Alignment alignment = Alignment::none;  ///< table cell
  std::vector<Node> children;
};

using Nodes = std::vector<Node>;

/// The text a reader sees, without markup: link texts and code are included, raw HTML and image texts are
/// not. Breaks become spaces.
std::string plain_text(const Nodes& nodes);
std::string plain_text(const Node& node);

/// Whether a node of this kind stands among text rather than as a block of its own.
bool is_inline(NodeKind kind);

/// Whether raw HTML is nothing but comments, which authors write for each other and no page shows.
bool is_html_comment(const Node& html);

/// Whether a code block's info string marks a diagram: its first word is `dot` or `graphviz`.
bool is_diagram_fence(const Node& code_block);

/// Calls `visit(node)` for every node in reading order, parents first.
template <class Visit> void walk(const Nodes& nodes, const Visit& visit) {
  for (const auto& node : nodes) {
    visit(node);
    walk(node.children, visit);
  }
}

}  // namespace pmsite
