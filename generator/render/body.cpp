// SPDX-License-Identifier: MIT
#include "render/body.hpp"

#include "base/html.hpp"
#include "base/text.hpp"
#include "render/code_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pmsite {
namespace {

/// Writes elements one after the other. Depth is bounded by the reader of Markdown, so recursion is safe.
class BodyWriter {
 public:
  explicit BodyWriter(const BodyOptions& options) : options_(options) {}

  std::string take() { return std::move(out_); }

  void write_all(const Nodes& nodes) {
    for (const auto& node : nodes) write(node);
  }

  void write_blocks(const Nodes& blocks) {
    for (const auto& block : blocks)
      if (block.kind != NodeKind::footnote_definition) write(block);
    write_footnotes(blocks);
  }

 private:
  void write(const Node& node) {
    switch (node.kind) {
      case NodeKind::paragraph:
        if (!write_figure(node)) wrap("p", node);
        break;
      case NodeKind::heading:
        write_heading(node);
        break;
      case NodeKind::list:
        write_list(node);
        break;
      case NodeKind::item:
        write_item(node, false);
        break;
      case NodeKind::block_quote:
        wrap("blockquote", node);
        break;
      case NodeKind::alert:
        write_alert(node);
        break;
      case NodeKind::code_block:
        write_code_block(node);
        break;
      case NodeKind::html_block:
        write_raw_html(node, "p");
        break;
      case NodeKind::thematic_break:
        out_ += "<hr>\n";
        break;
      case NodeKind::table:
        write_table(node);
        break;
      case NodeKind::footnote_definition:
        break;
      default:
        write_inline(node);
    }
  }

  void write_inline(const Node& node) {
    switch (node.kind) {
      case NodeKind::text:
        append_escaped(out_, node.literal);
        break;
      case NodeKind::soft_break:
        out_ += '\n';
        break;
      case NodeKind::line_break:
        out_ += "<br>\n";
        break;
      case NodeKind::code:
        out_ += "<code>" + escape_html(node.literal) + "</code>";
        break;
      case NodeKind::html_inline:
        write_raw_html(node, "");
        break;
      case NodeKind::emphasis:
        wrap_inline("em", node);
        break;
      case NodeKind::strong:
        wrap_inline("strong", node);
        break;
      case NodeKind::strikethrough:
        wrap_inline("del", node);
        break;
      case NodeKind::link:
        write_link(node);
        break;
      case NodeKind::image:
        write_image(node);
        break;
      case NodeKind::footnote_reference:
        write_footnote_reference(node);
        break;
      default:
        write_all(node.children);
    }
  }

  void wrap(std::string_view tag, const Node& node) {
    out_ += fmt::format("<{}>", tag);
    write_all(node.children);
    out_ += fmt::format("</{}>\n", tag);
  }

  void wrap_inline(std::string_view tag, const Node& node) {
    out_ += fmt::format("<{}>", tag);
    write_all(node.children);
    out_ += fmt::format("</{}>", tag);
  }

  /// In a feed nothing but the element sets it off from the text around it.
  void write_alert(const Node& node) {
    const std::string kind = escape_html(node.title);
    std::string name = kind;
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    const bool is_feed = !options_.page_url.empty();
    out_ += is_feed
                ? fmt::format("<blockquote><p><strong>{}</strong></p>\n", name)
                : fmt::format("<div class=\"alert alert-{}\" role=\"note\"><p class=\"alert-title\">{}</p>\n",
                              kind, name);
    write_all(node.children);
    out_ += is_feed ? "</blockquote>\n" : "</div>\n";
  }

  void write_heading(const Node& node) {
    const int level = std::clamp(node.level + options_.heading_shift, options_.highest_heading, 6);
    const std::string anchor = options_.page_url.empty() ? escape_html(node.title) : std::string();
    out_ += anchor.empty() ? fmt::format("<h{}>", level) : fmt::format("<h{} id=\"{}\">", level, anchor);
    write_all(node.children);
    if (!anchor.empty())
      out_ +=
          fmt::format(" <a class=\"anchor\" href=\"#{}\" aria-label=\"Link to this heading\">#</a>", anchor);
    out_ += fmt::format("</h{}>\n", level);
  }

  void write_list(const Node& node) {
    const std::string_view tag = node.ordered ? "ol" : "ul";
    const std::string start = node.ordered && node.level != 1 ? fmt::format(" start=\"{}\"", node.level) : "";
    out_ += fmt::format("<{}{}>\n", tag, start);
    for (const auto& item : node.children) write_item(item, node.tight);
    out_ += fmt::format("</{}>\n", tag);
  }

  void write_item(const Node& item, bool tight) {
    out_ += item.task ? "<li class=\"task\">" : "<li>";
    if (item.task)
      out_ += fmt::format("<input type=\"checkbox\" disabled{} aria-label=\"{}\"> ",
                          item.checked ? " checked" : "", item.checked ? "done" : "open");
    for (const auto& child : item.children) {
      if (tight && child.kind == NodeKind::paragraph) {
        if (!write_figure(child)) write_all(child.children);
        if (&child != &item.children.back()) out_ += '\n';
      } else {
        write(child);
      }
    }
    out_ += "</li>\n";
  }

  void write_code_block(const Node& node) {
    if (options_.figure) {
      if (const std::string figure = options_.figure(node); !figure.empty()) {
        out_ += figure;
        return;
      }
    }
    const auto language = std::string_view(node.title).substr(0, node.title.find_first_of(" \t"));
    out_ += "<pre><code";
    if (!language.empty()) out_ += fmt::format(" class=\"language-{}\"", escape_html(language));
    out_ += '>';
    // A feed has no style sheet to colour it with.
    if (options_.page_url.empty()) {
      for (const auto& token : code_tokens(language, node.literal)) write_token(token);
    } else {
      append_escaped(out_, node.literal);
    }
    out_ += "</code></pre>\n";
  }

  void write_token(const CodeToken& token) {
    const auto name = css_class(token.kind);
    if (!name.empty()) out_ += fmt::format("<span class=\"{}\">", name);
    append_escaped(out_, token.text);
    if (!name.empty()) out_ += "</span>";
  }

  void write_raw_html(const Node& node, std::string_view block_tag) {
    if (is_html_comment(node)) return;
    std::string_view html = node.literal;
    while (html.ends_with('\n')) html.remove_suffix(1);
    if (!block_tag.empty()) out_ += fmt::format("<{}>", block_tag);
    out_ += "<code class=\"raw-html\">" + escape_html(html) + "</code>";
    if (!block_tag.empty()) out_ += fmt::format("</{}>\n", block_tag);
  }

  void write_table(const Node& table) {
    out_ += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n";
    bool in_body = false;
    for (const auto& row : table.children) {
      if (row.header) out_ += "<thead>\n";
      if (!row.header && !in_body) out_ += "<tbody>\n";
      in_body = in_body || !row.header;
      out_ += "<tr>\n";
      for (const auto& cell : row.children) write_cell(cell, row.header ? "th" : "td");
      out_ += "</tr>\n";
      if (row.header) out_ += "</thead>\n";
    }
    out_ += in_body ? "</tbody>\n</table></div>\n" : "</table></div>\n";
  }

  void write_cell(const Node& cell, std::string_view tag) {
    constexpr std::string_view kClasses[] = {"", " class=\"left\"", " class=\"center\"", " class=\"right\""};
    out_ += fmt::format("<{}{}{}>", tag, kClasses[static_cast<std::size_t>(cell.alignment)],
                        tag == "th" ? " scope=\"col\"" : "");
    write_all(cell.children);
    out_ += fmt::format("</{}>\n", tag);
  }

  void write_link(const Node& node) {
    const std::string address = options_.resolve(node.url);
    if (address.empty()) {
      write_all(node.children);
      return;
    }
    out_ += fmt::format("<a href=\"{}\"", escape_html(address));
    if (!node.title.empty()) out_ += fmt::format(" title=\"{}\"", escape_html(node.title));
    out_ += '>';
    write_all(node.children);
    out_ += "</a>";
  }

  /// Writes a paragraph that is nothing but a picture with a caption; false where it is not, or where the
  /// picture leads nowhere.
  bool write_figure(const Node& paragraph) {
    if (paragraph.children.size() != 1) return false;
    const Node& image = paragraph.children[0];
    if (image.kind != NodeKind::image || image.title.empty()) return false;
    const std::string address = options_.resolve(image.url);
    if (address.empty()) return false;
    out_ += "<figure>";
    write_picture(image, address);
    out_ += fmt::format("<figcaption>{}</figcaption></figure>\n", escape_html(image.title));
    return true;
  }

  void write_image(const Node& node) {
    const std::string address = options_.resolve(node.url);
    if (address.empty()) {
      append_escaped(out_, plain_text(node.children));
      return;
    }
    write_picture(node, address,
                  node.title.empty() ? "" : fmt::format(" title=\"{}\"", escape_html(node.title)));
  }

  void write_picture(const Node& node, std::string_view address, std::string_view title = {}) {
    const auto size = options_.image_size ? options_.image_size(node.url) : std::nullopt;
    out_ += fmt::format("<img src=\"{}\" alt=\"{}\"{}", escape_html(address),
                        escape_html(plain_text(node.children)), title);
    if (size) out_ += fmt::format(" width=\"{}\" height=\"{}\"", size->width, size->height);
    out_ += " loading=\"lazy\">";
  }

  void write_footnote_reference(const Node& node) {
    const std::string number = escape_html(node.literal);
    const std::string use = node.level > 1 ? fmt::format("-{}", node.level) : "";
    out_ += fmt::format(
        "<sup class=\"footnote-ref\"><a href=\"{2}#fn-{0}\" id=\"fnref-{0}{1}\" aria-label=\"Footnote "
        "{0}\">{0}</a></sup>",
        number, use, escape_html(options_.page_url));
  }

  /// The way back stands at the end of the last paragraph, or after the last block.
  void write_footnote(const Node& footnote) {
    write_all(footnote.children);
    constexpr std::string_view kEnd = "</p>\n";
    const bool in_paragraph = out_.ends_with(kEnd);
    if (in_paragraph) out_.resize(out_.size() - kEnd.size());
    out_ += fmt::format(
        " <a class=\"footnote-back\" href=\"{1}#fnref-{0}\" aria-label=\"Back to the text of footnote "
        "{0}\">↩</a>",
        footnote.literal, escape_html(options_.page_url));
    if (in_paragraph) out_ += kEnd;
  }

  void write_footnotes(const Nodes& blocks) {
    const auto is_footnote = [](const Node& node) { return node.kind == NodeKind::footnote_definition; };
    if (std::none_of(blocks.begin(), blocks.end(), is_footnote)) return;
    out_ += "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n";
    for (const auto& block : blocks) {
      if (!is_footnote(block)) continue;
      out_ += fmt::format("<li id=\"fn-{}\">", block.literal);
      write_footnote(block);
      out_ += "</li>\n";
    }
    out_ += "</ol>\n</section>\n";
  }

  const BodyOptions& options_;
  std::string out_;
};

}  // namespace

std::string render_blocks(const Nodes& blocks, const BodyOptions& options) {
  BodyWriter writer(options);
  writer.write_blocks(blocks);
  return writer.take();
}

std::string render_inlines(const Nodes& inlines, const BodyOptions& options) {
  BodyWriter writer(options);
  writer.write_all(inlines);
  return writer.take();
}

}  // namespace pmsite
