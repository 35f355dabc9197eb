// SPDX-License-Identifier: MIT
#include "engine/svg_check.hpp"

#include "base/source.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "engine/dot_attributes.hpp"
#include "engine/graphviz.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {
namespace {

constexpr std::string_view kStart = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" viewBox=\"";
constexpr std::string_view kElements[] = {"a",       "ellipse",  "g",    "path",
                                          "polygon", "polyline", "text", "title"};
constexpr std::size_t kDeepestElements = 8;

/// What an attribute may hold.
enum class Kind { numbers, names, colour, anchor, link };

struct KnownAttribute {
  std::string_view name;
  Kind kind;
};

constexpr KnownAttribute kAttributes[] = {
    {"class", Kind::names},
    {"cx", Kind::numbers},
    {"cy", Kind::numbers},
    {"d", Kind::numbers},
    {"fill", Kind::colour},
    {"font-size", Kind::numbers},
    {"href", Kind::link},
    {"id", Kind::names},
    {"points", Kind::numbers},
    {"rx", Kind::numbers},
    {"ry", Kind::numbers},
    {"stroke", Kind::colour},
    {"stroke-width", Kind::numbers},
    {"stroke-dasharray", Kind::numbers},
    {"text-anchor", Kind::anchor},
    {"x", Kind::numbers},
    {"y", Kind::numbers},
};

bool consists_of(std::string_view text, std::string_view others, bool (*is_usual)(char)) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_usual(c) || others.find(c) != std::string_view::npos; });
}

bool is_name_byte(char c) { return is_letter(c) || is_digit(c); }

/// The entities that escape_html() writes are the only ones.
bool has_known_entities(std::string_view text) {
  for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const auto rest = text.substr(at);
    const auto is_start = [rest](std::string_view entity) { return rest.starts_with(entity); };
    if (!is_start("&amp;") && !is_start("&lt;") && !is_start("&gt;") && !is_start("&quot;") &&
        !is_start("&#39;"))
      return false;
  }
  return true;
}

/// A link, which a browser reads without the entities.
bool is_link(std::string_view escaped) {
  std::string url(escaped);
  for (const std::string_view entity : {"&#39;", "&amp;"})
    for (auto at = url.find(entity); at != std::string::npos; at = url.find(entity, at + 1))
      url.replace(at, entity.size(), entity == "&amp;" ? "&" : "'");
  // What percent_encode() leaves.
  const bool is_encoded = std::all_of(url.begin(), url.end(), [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  });
  return is_encoded && has_known_entities(escaped) && is_allowed_url(url);
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const int length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return true;
}

bool is_value(Kind kind, std::string_view value) {
  switch (kind) {
    case Kind::numbers:
      return consists_of(value, " ,.-MC", is_digit);
    case Kind::names:
      return consists_of(value, " -_", is_name_byte);
    case Kind::colour:
      return is_colour(value);
    case Kind::anchor:
      return value == "middle" || value == "end";
    case Kind::link:
      return is_link(value);
  }
  return false;
}

/// Reads a picture from front to back and stops at the first thing that is not ours.
class PictureReader {
 public:
  explicit PictureReader(std::string_view svg) : rest_(svg) {}

  bool read() {
    if (!take(kStart) || !skip_numbers() || !take("\">")) return false;
    open_.push_back("svg");
    while (!open_.empty())
      if (!step()) return false;
    return rest_.empty();
  }

 private:
  bool take(std::string_view expected) {
    const bool is_there = rest_.starts_with(expected);
    if (is_there) rest_.remove_prefix(expected.size());
    return is_there;
  }

  bool skip_numbers() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of("0123456789. -"), rest_.size()));
    return !rest_.empty();
  }

  std::string_view take_name() {
    const auto length = std::min(rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), rest_.size());
    const auto name = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return name;
  }

  bool step() {
    if (rest_.empty()) return false;
    if (take("</")) {
      const auto name = take_name();
      if (name != open_.back() || !take(">")) return false;
      open_.pop_back();
      return true;
    }
    if (take("<")) return take_element();
    if (rest_.front() == kBoxMark) return take_marked(kBoxMark, &consists_of_box);
    return take_text();
  }

  bool take_element() {
    const auto name = take_name();
    if (std::find(std::begin(kElements), std::end(kElements), name) == std::end(kElements)) return false;
    if (holds_text()) return false;
    while (take(" "))
      if (!take_attribute()) return false;
    if (take("/>")) return true;
    open_.push_back(name);
    return take(">") && open_.size() <= kDeepestElements;
  }

  bool take_attribute() {
    const auto name = take_name();
    const auto* const known = std::find_if(std::begin(kAttributes), std::end(kAttributes),
                                           [name](const KnownAttribute& each) { return each.name == name; });
    if (known == std::end(kAttributes) || !take("=\"")) return false;
    if (name == "id" && !take({&kIdPrefixMark, 1})) return false;
    if (name == "class") {
      const auto mark = rest_.find_first_of({&kStateMark, 1}), quote = rest_.find('"');
      if (mark < quote) return take_state_mark(mark) && take_value(Kind::names);
    }
    return take_value(known->kind);
  }

  /// Classes, then a mark. A name between marks may hold anything, quotes too: it is replaced.
  bool take_state_mark(std::size_t at) {
    if (!is_value(Kind::names, rest_.substr(0, at))) return false;
    rest_.remove_prefix(at);
    return take_marked(kStateMark, [](std::string_view) { return true; });
  }

  bool take_value(Kind kind) {
    const auto quote = rest_.find('"');
    if (quote == std::string_view::npos || !is_value(kind, rest_.substr(0, quote))) return false;
    rest_.remove_prefix(quote + 1);
    return true;
  }

  static bool consists_of_box(std::string_view box) { return consists_of(box, " .-", is_digit); }

  bool take_marked(char mark, bool (*is_content)(std::string_view)) {
    const auto close = rest_.find(mark, 1);
    if (close == std::string_view::npos || !is_content(rest_.substr(1, close - 1))) return false;
    rest_.remove_prefix(close + 1);
    return true;
  }

  bool holds_text() const { return open_.back() == "text" || open_.back() == "title"; }

  /// Text stands in <text> and <title> only, and holds no control characters, which marks are made of.
  bool take_text() {
    if (!holds_text()) return false;
    const auto text = rest_.substr(0, rest_.find('<'));
    const bool has_controls = std::any_of(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F;
    });
    if (has_controls || !is_utf8(text) || !has_known_entities(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
};

}  // namespace

bool is_own_picture(std::string_view svg) { return PictureReader(svg).read(); }

}  // namespace pmsite
