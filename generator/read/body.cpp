// SPDX-License-Identifier: MIT
#include "read/body.hpp"

#include "base/text.hpp"
#include "base/url.hpp"
#include "read/reading_rules.hpp"

#include <fmt/format.h>

namespace pmsite {
namespace {

/// An address as its own text, as autolinks have it: with or without its scheme.
bool stands_for_itself(const Node& link) {
  const std::string text = plain_text(link);
  return link.url == text || link.url == "http://" + text || link.url == "mailto:" + text;
}

void append_prose(std::string& out, const Node& node) {
  switch (node.kind) {
    case NodeKind::text:
      out += node.literal;
      return;
    case NodeKind::soft_break:
    case NodeKind::line_break:
      out += ' ';
      return;
    case NodeKind::code:
    case NodeKind::code_block:
    case NodeKind::image:
      return;
    case NodeKind::link:
      // An address that stands for itself is not prose.
      if (stands_for_itself(node)) return;
      break;
    default:
      break;
  }
  for (const auto& child : node.children) append_prose(out, child);
  if (!is_inline(node.kind)) out += ' ';
}

}  // namespace

int count_prose_words(const Nodes& blocks) {
  std::string prose;
  for (const auto& block : blocks) append_prose(prose, block);
  return count_words(prose);
}

void report_unsafe(const Nodes& blocks, const FileReporter& reporter) {
  walk(blocks, [&reporter](const Node& node) {
    const bool html = node.kind == NodeKind::html_block || node.kind == NodeKind::html_inline;
    if (html && !is_html_comment(node)) {
      const std::string_view first_line = std::string_view(node.literal).substr(0, node.literal.find('\n'));
      reporter.report(kRawHtml, span_on_line(node.at.begin.line, node.at.begin.column, first_line.size()),
                      "HTML is shown as text, not as a part of the page",
                      "write it in Markdown, or as `code` if it is meant to be read");
    }
    if ((node.kind == NodeKind::link || node.kind == NodeKind::image) && !is_allowed_url(node.url))
      reporter.report(kLinkScheme, node.at, fmt::format("`{}` is not a link that may be followed", node.url),
                      "use https, http or mailto, or a path inside the site");
  });
}

}  // namespace pmsite
