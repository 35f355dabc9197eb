// SPDX-License-Identifier: MIT
#include "render/code_yaml.hpp"

#include "base/text.hpp"
#include "render/code_words.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr std::array<std::string_view, 8> kConstants = {"false", "no",   "null", "off",
                                                        "on",    "true", "yes",  "~"};
static_assert(std::is_sorted(kConstants.begin(), kConstants.end()));

/// Whether what stands before `rest` ends here: white space or the end follows.
bool ends(std::string_view rest) { return rest.empty() || holds(" \t\r\n", rest.front()); }

/// Reads lines. A line knows the column of its innermost key or list mark, since deeper lines may belong to
/// it.
class YamlScanner {
 public:
  explicit YamlScanner(CodePieces& pieces) : pieces_(pieces) {}

  void scan() {
    while (!rest().empty()) {
      column_ = 0;
      before_ = '\n';
      take_spaces();
      begins_value_ = true;
      if (depth_ == 0) take_marks();
      while (!at_line_end()) step();
      take(TokenKind::plain, 1);
      if (has_block_) take_block();
    }
  }

 private:
  std::string_view rest() const { return pieces_.rest(); }
  bool at_line_end() const { return rest().empty() || rest().front() == '\n'; }

  void take(TokenKind kind, std::size_t length) {
    const auto taken = rest().substr(0, length);
    if (taken.empty()) return;
    before_ = taken.back();
    column_ += taken.size();
    pieces_.take(kind, taken.size());
  }

  void take_spaces() { take(TokenKind::plain, std::min(rest().find_first_not_of(" \t\r"), rest().size())); }

  /// What stands before the value of a line: the mark of a document, marks of a list, a key.
  void take_marks() {
    has_parent_ = false;
    if (column_ == 0 && (rest().starts_with("---") || rest().starts_with("...")) && ends(rest().substr(3)))
      take(TokenKind::plain, 3);
    while (!at_line_end() && (rest().front() == '-' || rest().front() == '?') && ends(rest().substr(1))) {
      set_parent();
      take(TokenKind::plain, 1);
      take_spaces();
    }
    const auto length = key_length();
    if (length == 0) return;
    set_parent();
    take(TokenKind::name, length);
    take(TokenKind::plain, 1);
  }

  void set_parent() {
    parent_ = column_;
    has_parent_ = true;
  }

  /// Length of the key before a colon, 0 where the line has none.
  std::size_t key_length() const {
    constexpr std::size_t kLongest = 128;
    constexpr std::string_view kNoKey = "[]{},#&*!|>%@`";
    if (at_line_end() || holds(kNoKey, rest().front())) return 0;
    const auto line = rest().substr(0, std::min(line_length(rest()), kLongest));
    const bool is_quoted = holds("'\"", line.front());
    std::size_t begin = 0;
    if (is_quoted) {
      begin = line.find(line.front(), 1);
      if (begin == kNowhere || line[begin - 1] == '\\' || next_byte(line.substr(begin + 1)) != ':') return 0;
    }
    for (auto at = line.find(':', begin); at != kNowhere; at = line.find(':', at + 1)) {
      if (!ends(rest().substr(at + 1))) continue;
      const auto key = trim(line.substr(0, at));
      return key.empty() || key.find(" #") != kNowhere ? 0 : key.size();
    }
    return 0;
  }

  void step() {
    const char c = rest().front();
    if (holds(" \t\r", c)) return take(TokenKind::plain, 1);
    if (c == '#' && holds(" \t\n", before_)) return take(TokenKind::comment, line_length(rest()));
    const bool begins_value = begins_value_;
    begins_value_ = holds("[{,:", c);
    if (holds("[{", c)) ++depth_;
    if (holds("]}", c)) depth_ = std::max(depth_ - 1, 0);
    if (holds("[]{}", c) || (depth_ > 0 && c == ',') || (c == ':' && ends(rest().substr(1))))
      return take(TokenKind::plain, 1);
    if (begins_value && take_beginning()) return;
    take_scalar(begins_value);
  }

  /// What only the beginning of a value can be.
  bool take_beginning() {
    const char c = rest().front();
    if ((c == '|' || c == '>') && depth_ == 0) return take_block_header();
    if (c == '"' || c == '\'') return take_quoted(c);
    if (c != '&' && c != '*' && c != '!') return false;
    const auto length = std::min(rest().find_first_of(" \t\r\n,[]{}"), rest().size());
    if (length < 2) return false;
    take(c == '!' ? TokenKind::keyword : TokenKind::name, length);
    begins_value_ = true;
    return true;
  }

  bool take_block_header() {
    auto header = rest().substr(0, line_length(rest()));
    header = header.substr(0, header.find(" #"));
    if (!has_parent_ || header.find_first_not_of("+-0123456789 \t\r", 1) != kNowhere) return false;
    take(TokenKind::plain, header.size());
    has_block_ = true;
    return true;
  }

  /// Whether the line belongs to the value of the line before: it is deeper, or empty.
  bool belongs(std::string_view line) const {
    const auto indentation = line.find_first_not_of(' ');
    return indentation == kNowhere || holds("\r\n", line[indentation]) || !has_parent_ ||
           indentation > parent_;
  }

  void take_block() {
    has_block_ = false;
    while (!rest().empty() && belongs(rest().substr(0, line_length(rest()) + 1)))
      take(TokenKind::string, line_length(rest()) + 1);
  }

  bool take_quoted(char quote) {
    const auto length = quoted_length(quote);
    if (length == 0) return false;
    const auto after = rest().substr(length);
    const bool is_key = depth_ > 0 && next_byte(after) == ':';
    take(is_key ? TokenKind::name : TokenKind::string, length);
    return true;
  }

  /// Length up to the closing quote, on lines that belong to this one; 0 where there is none.
  std::size_t quoted_length(char quote) {
    auto& unclosed_from = unclosed_from_[quote == '"'];
    if (rest().size() > unclosed_from) return 0;
    std::size_t i = 1;
    for (; i < rest().size(); ++i) {
      const char c = rest()[i];
      const char next = i + 1 < rest().size() ? rest()[i + 1] : '\0';
      const bool is_pair = quote == '"' ? c == '\\' && next != '\n' : c == quote && next == quote;
      if (is_pair) {
        ++i;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n' && depth_ == 0 &&
                 !belongs(rest().substr(i + 1, line_length(rest().substr(i + 1))))) {
        break;
      }
    }
    unclosed_from = rest().size() - std::min(i, rest().size());
    return 0;
  }

  void take_scalar(bool begins_value) {
    const auto length = scalar_length();
    auto scalar = rest().substr(0, length);
    while (!scalar.empty() && holds(" \t\r", scalar.back())) scalar.remove_suffix(1);
    const auto after = rest().substr(length);
    const bool is_key = depth_ > 0 && after.starts_with(':') && ends(after.substr(1));
    const auto kind = !begins_value                                 ? TokenKind::plain
                      : is_key                                      ? TokenKind::name
                      : is_listed_ignoring_case(kConstants, scalar) ? TokenKind::keyword
                      : is_measure(scalar)                          ? TokenKind::number
                      : time_stamp_length(scalar) == scalar.size()  ? TokenKind::time
                                                                    : TokenKind::plain;
    take(kind, scalar.size());
    take(TokenKind::plain, length - scalar.size());
  }

  /// Up to a comment or the end of the line; in brackets also up to what parts or ends their members.
  std::size_t scalar_length() const {
    std::size_t i = 1;
    for (; i < rest().size() && rest()[i] != '\n'; ++i) {
      const char c = rest()[i];
      if (c == '#' && holds(" \t", rest()[i - 1])) break;
      if (depth_ > 0 && (holds(",[]{}", c) || (c == ':' && ends(rest().substr(i + 1))))) break;
    }
    return i;
  }

  CodePieces& pieces_;
  char before_ = '\n';      // the byte taken last
  std::size_t column_ = 0;  // in bytes, from 0
  std::size_t parent_ = 0;  // column of the innermost key or list mark of the line
  bool has_parent_ = false;
  bool begins_value_ = true;
  bool has_block_ = false;  // whether a block scalar begins on the next line
  int depth_ = 0;           // of brackets
  std::array<std::size_t, 2> unclosed_from_ = {kNowhere, kNowhere};  // bytes left where the search gave up
};

}  // namespace

void scan_yaml(CodePieces& pieces) { YamlScanner(pieces).scan(); }

}  // namespace pmsite
