// SPDX-License-Identifier: MIT
#include "engine/markdown.hpp"

#include "base/source.hpp"
#include "engine/markdown_alerts.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define PMSITE_LEAK_CHECKED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define PMSITE_LEAK_CHECKED
#endif
#ifdef PMSITE_LEAK_CHECKED
#include <sanitizer/lsan_interface.h>
#endif

namespace pmsite {
namespace {

/// Registers the extensions. Taking autolink's list of characters away, below, loses its 32 bytes once a
/// process, since cmark-gfm gives no way to free it; the leak checkers of sanitizers are told.
void register_extensions() {
#ifdef PMSITE_LEAK_CHECKED
  __lsan_disable();
#endif
  cmark_gfm_core_extensions_ensure_registered();
#ifdef PMSITE_LEAK_CHECKED
  __lsan_enable();
#endif
}

struct Extensions {
  cmark_syntax_extension *table, *autolink, *tasklist, *strikethrough;
};

/// The extensions, made safe for threads. cmark-gfm keeps one process-wide table of special characters, which
/// every parse sets and clears while others read it (github/cmark-gfm pull request 176). Autolink's
/// characters are set here once and then left alone: an extension without special characters of its own does
/// not touch the table.
const Extensions& extensions() {
  static const Extensions kExtensions = [] {
    register_extensions();
    const Extensions found{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("autolink"),
                           cmark_find_syntax_extension("tasklist"),
                           cmark_find_syntax_extension("strikethrough")};
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, found.autolink);
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_syntax_extension_set_special_inline_chars(found.autolink, nullptr);
    cmark_parser_free(parser);
    return found;
  }();
  return kExtensions;
}

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : without_controls(text);
}

/// Elements that extensions add have no constants of their own, only names.
NodeKind extension_kind(std::string_view type) {
  if (type == "table") return NodeKind::table;
  if (type == "table_row" || type == "table_header") return NodeKind::table_row;
  if (type == "table_cell") return NodeKind::table_cell;
  if (type == "strikethrough") return NodeKind::strikethrough;
  return NodeKind::paragraph;
}

NodeKind block_kind(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::paragraph;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::block_quote;
    case CMARK_NODE_LIST:
      return NodeKind::list;
    case CMARK_NODE_ITEM:
      return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::html_block;
    case CMARK_NODE_HEADING:
      return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::footnote_definition;
    default:
      return extension_kind(cmark_node_get_type_string(node));
  }
}

NodeKind inline_kind(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return NodeKind::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::line_break;
    case CMARK_NODE_CODE:
      return NodeKind::code;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::html_inline;
    case CMARK_NODE_EMPH:
      return NodeKind::emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::strong;
    case CMARK_NODE_LINK:
      return NodeKind::link;
    case CMARK_NODE_IMAGE:
      return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::footnote_reference;
    default:
      return extension_kind(cmark_node_get_type_string(node));
  }
}

NodeKind kind_of(cmark_node* node) {
  const bool is_inline = (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
  return is_inline ? inline_kind(node) : block_kind(node);
}

Alignment alignment_of(cmark_node* cell) {
  cmark_node* table = cmark_node_parent(cmark_node_parent(cell));
  const auto* alignments = cmark_gfm_extensions_get_table_alignments(table);
  int index = 0;
  for (cmark_node* before = cmark_node_previous(cell); before != nullptr;
       before = cmark_node_previous(before))
    ++index;
  if (alignments == nullptr || index >= cmark_gfm_extensions_get_table_columns(table)) return Alignment::none;
  switch (alignments[index]) {
    case 'l':
      return Alignment::left;
    case 'c':
      return Alignment::center;
    case 'r':
      return Alignment::right;
    default:
      return Alignment::none;
  }
}

/// Turns cmark's tree into ours.
class Converter {
 public:
  Converter(int first_line, const FileReporter& reporter)
      : line_offset_(first_line - 1), reporter_(reporter) {}

  Nodes children(cmark_node* parent, int depth) {
    Nodes nodes;
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
      Node node = convert(child, depth);
      // cmark splits text at every character that might have been markup.
      if (node.kind == NodeKind::text && !nodes.empty() && nodes.back().kind == NodeKind::text) {
        nodes.back().literal += node.literal;
      } else {
        nodes.push_back(std::move(node));
      }
    }
    return nodes;
  }

 private:
  Node convert(cmark_node* source, int depth) {
    Node node;
    node.kind = kind_of(source);
    node.at = span(source, node.kind);
    fill(node, source);
    if (depth < kDeepestMarkdown) {
      node.children = children(source, depth + 1);
    } else if (cmark_node_first_child(source) != nullptr && !reported_depth_) {
      reported_depth_ = true;
      reporter_.report(kMarkdownDepth, node.at,
                       fmt::format("elements are nested more than {} deep", kDeepestMarkdown),
                       "write it with fewer levels");
    }
    return node;
  }

  Span span(cmark_node* source, NodeKind kind) {
    // Inlines take the line they are on from breaks seen so far, since cmark forgets some of them.
    if (is_inline(kind)) {
      const Span at = span_on_line(inline_line_, std::max(1, cmark_node_get_start_column(source)), 1);
      if (kind == NodeKind::soft_break || kind == NodeKind::line_break) ++inline_line_;
      if (kind == NodeKind::code || kind == NodeKind::html_inline)
        inline_line_ += cmark_node_get_end_line(source) - cmark_node_get_start_line(source);
      return at;
    }
    const int line = std::max(1, cmark_node_get_start_line(source) + line_offset_);
    inline_line_ = line;
    return {{line, std::max(1, cmark_node_get_start_column(source))},
            {std::max(line, cmark_node_get_end_line(source) + line_offset_),
             std::max(1, cmark_node_get_end_column(source) + 1)}};
  }

  void fill(Node& node, cmark_node* source) {
    if (is_inline(node.kind)) {
      fill_inline(node, source);
    } else {
      fill_block(node, source);
    }
  }

  void fill_block(Node& node, cmark_node* source) {
    switch (node.kind) {
      case NodeKind::heading:
        node.level = cmark_node_get_heading_level(source);
        break;
      case NodeKind::list:
        node.ordered = cmark_node_get_list_type(source) == CMARK_ORDERED_LIST;
        node.level = cmark_node_get_list_start(source);
        node.tight = cmark_node_get_list_tight(source) != 0;
        break;
      case NodeKind::item:
        node.task = std::strcmp(cmark_node_get_type_string(source), "tasklist") == 0;
        node.checked = node.task && cmark_gfm_extensions_get_tasklist_item_checked(source);
        break;
      case NodeKind::code_block:
        node.title = text_or_empty(cmark_node_get_fence_info(source));
        [[fallthrough]];
      case NodeKind::html_block:
        node.literal = text_or_empty(cmark_node_get_literal(source));
        break;
      case NodeKind::table_row:
        node.header = cmark_gfm_extensions_get_table_row_is_header(source) != 0;
        break;
      case NodeKind::table_cell:
        node.alignment = alignment_of(source);
        break;
      case NodeKind::footnote_definition:
        node.literal = std::to_string(++footnotes_);
        break;
      default:
        break;
    }
  }

  void fill_inline(Node& node, cmark_node* source) {
    switch (node.kind) {
      case NodeKind::text:
      case NodeKind::code:
      case NodeKind::html_inline:
        node.literal = text_or_empty(cmark_node_get_literal(source));
        break;
      case NodeKind::link:
      case NodeKind::image:
        node.url = text_or_empty(cmark_node_get_url(source));
        node.title = text_or_empty(cmark_node_get_title(source));
        break;
      case NodeKind::footnote_reference:
        node.literal = text_or_empty(cmark_node_get_literal(source));
        node.level = ++footnote_uses_[node.literal];
        break;
      default:
        break;
    }
  }

  int line_offset_;
  const FileReporter& reporter_;
  int inline_line_ = 1;
  int footnotes_ = 0;
  std::map<std::string, int> footnote_uses_;
  bool reported_depth_ = false;
};

}  // namespace

Nodes parse_markdown(std::string_view text, int first_line, const FileReporter& reporter) {
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS));
  const Extensions& known = extensions();
  for (auto* extension : {known.table, known.autolink, known.tasklist})
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  // Strikethrough cannot do without its special character (cmark then never ends on `~~a~~`). Texts that hold
  // a tilde take turns; the others never look at the tilde's place in the table.
  static std::mutex tilde_turn;
  std::unique_lock<std::mutex> turn(tilde_turn, std::defer_lock);
  if (text.find('~') != std::string_view::npos) {
    turn.lock();
    cmark_parser_attach_syntax_extension(parser.get(), known.strikethrough);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, FreeNode> document(cmark_parser_finish(parser.get()));
  Nodes blocks = Converter(first_line, reporter).children(document.get(), 0);
  mark_alerts(blocks, text, first_line, reporter);
  return blocks;
}

}  // namespace pmsite
