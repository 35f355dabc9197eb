// SPDX-License-Identifier: MIT
#include "render/pictures.hpp"

#include "base/html.hpp"
#include "base/text.hpp"
#include "engine/graphviz.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>

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

PictureBox box_of(std::string_view text) {
  PictureBox box;
  const auto numbers = split(text, ' ');
  double* const members[] = {&box.left, &box.top, &box.width, &box.height};
  for (std::size_t i = 0; i < std::min(numbers.size(), std::size(members)); ++i)
    std::from_chars(numbers[i].data(), numbers[i].data() + numbers[i].size(), *members[i]);
  return box;
}

/// Copies a template and puts something in the place of each mark.
class PictureFiller {
 public:
  PictureFiller(std::string_view svg, const PictureText& text, const PictureMarks& marks)
      : rest_(svg), text_(text), marks_(marks) {
    out_.reserve(svg.size() + 1024);
  }

  std::string fill() {
    constexpr std::string_view kMarks{"\x01\x02\x04", 3};
    static_assert(kMarks[0] == kIdPrefixMark && kMarks[1] == kStateMark && kMarks[2] == kBoxMark);
    write_start();
    for (;;) {
      const auto mark = std::min(rest_.find_first_of(kMarks), rest_.size());
      out_.append(rest_.substr(0, mark));
      rest_.remove_prefix(mark);
      if (rest_.empty()) return std::move(out_);
      if (rest_.front() == kIdPrefixMark) {
        out_ += text_.id_prefix;
        rest_.remove_prefix(1);
      } else if (rest_.front() == kStateMark) {
        write_classes(take_marked(kStateMark));
      } else {
        const PictureBox box = box_of(take_marked(kBoxMark));
        if (marks_.overlay) out_ += marks_.overlay(node_, box);
      }
    }
  }

 private:
  /// The opening tag, with what the template leaves to the page.
  void write_start() {
    const auto tag_end = rest_.find('>');
    const bool has_links = rest_.find("<a href=") != std::string_view::npos;
    out_.append(rest_.substr(0, tag_end));
    out_ += size_attributes(rest_);
    out_ +=
        fmt::format(" role=\"{}\" aria-labelledby=\"{}title\"", has_links ? "group" : "img", text_.id_prefix);
    if (!text_.description.empty())
      out_ += fmt::format(" aria-describedby=\"{}description\"", text_.id_prefix);
    out_ += fmt::format("><title id=\"{}title\">{}</title>", text_.id_prefix, escape_html(text_.title));
    if (!text_.description.empty())
      out_ += fmt::format("<desc id=\"{}description\">{}</desc>", text_.id_prefix,
                          escape_html(text_.description));
    rest_.remove_prefix(tag_end + 1);
  }

  std::string_view take_marked(char mark) {
    const auto close = rest_.find(mark, 1);
    assert(close != std::string_view::npos && "marks come in pairs");
    const auto content = rest_.substr(1, close - 1);
    rest_.remove_prefix(close + 1);
    return content;
  }

  void write_classes(std::string_view names) {
    const auto end = names.find(kEndMark);
    if (end == std::string_view::npos) {
      node_ = names;
      if (marks_.node_classes) out_ += marks_.node_classes(names);
    } else if (marks_.edge_classes) {
      out_ += marks_.edge_classes(names.substr(0, end), names.substr(end + 1));
    }
  }

  std::string_view rest_;
  const PictureText& text_;
  const PictureMarks& marks_;
  std::string_view node_;  ///< the node last named
  std::string out_;
};

}  // namespace

std::string fill_picture(std::string_view svg_template, const PictureText& text, const PictureMarks& marks) {
  return PictureFiller(svg_template, text, marks).fill();
}

}  // namespace pmsite
