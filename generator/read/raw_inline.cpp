// SPDX-License-Identifier: MIT
#include "read/raw_inline.hpp"

#include "base/code_point.hpp"
#include "base/text.hpp"
#include "read/raw_characters.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

// Marks inside the text while it is being put together; no source holds control characters.
constexpr char kDropped = '\x01';
constexpr char kBoldBegins = '\x02';
constexpr char kBoldEnds = '\x03';

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kEntities = {{
    {"amp", "&"},   {"lt", "<"},     {"gt", ">"},     {"quot", "\""}, {"apos", "'"},   {"nbsp", " "},
    {"ensp", " "},  {"emsp", " "},   {"thinsp", " "}, {"colon", ":"}, {"comma", ","},  {"ndash", "–"},
    {"mdash", "—"}, {"hyphen", "-"}, {"minus", "-"},  {"bull", "•"},  {"middot", "·"}, {"hellip", "…"},
    {"lsquo", "‘"}, {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},
}};

constexpr std::string_view kTags =
    " a abbr article b blockquote body br center code dd del details div dl dt em figure font footer h1 h2 "
    "h3 h4 h5 h6 "
    "head header hr html i iframe img ins kbd li main mark ol p picture pre q s section small source span "
    "strike strong "
    "style sub summary sup table tbody td th thead tr tt u ul video ";

bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

class InlineReader {
 public:
  explicit InlineReader(std::string_view markup)
      : in_(markup), backtick_runs_left_(count_backtick_runs(markup)) {}

  PlainText read() {
    while (at_ < in_.size()) step();
    return finish();
  }

 private:
  static int count_backtick_runs(std::string_view text) {
    int runs = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '`' && (i == 0 || text[i - 1] != '`')) ++runs;
    return runs;
  }

  char peek(std::size_t ahead) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0'; }
  char before() const { return at_ == 0 ? '\0' : in_[at_ - 1]; }

  void step() {
    const char c = in_[at_];
    if (c == '`') return backticks();
    if (in_code_) return keep();
    switch (c) {
      case '\\':
        return escape();
      case '!':
        return picture_or_mark();
      case '[':
        return open_bracket();
      case ']':
        return close_bracket();
      case '<':
        return tag();
      case '&':
        return entity();
      case '*':
      case '_':
        return emphasis();
      case '~':
        return strike();
      case ':':
        return shortcode();
      default:
        return keep();
    }
  }

  void keep() {
    const auto [value, length] = code_point(in_.substr(at_));
    if (is_wide_blank(value) || is_emoji(value)) {
      out_ += ' ';
    } else if (value == 0xFF1A) {
      out_ += ':';
    } else if (!is_invisible(value) && (value >= 0x20 || value == '\t')) {
      out_ += in_.substr(at_, length);
    }
    at_ += length;
  }

  void backticks() {
    while (peek(0) == '`') ++at_;
    --backtick_runs_left_;
    in_code_ = !in_code_ && backtick_runs_left_ > 0;
  }

  void escape() {
    const char next = peek(1);
    ++at_;
    if (next == '\0' || is_alphanumeric(next) || next == ' ') {
      if (next != '\0') out_ += '\\';
      return;
    }
    out_ += next;
    ++at_;
  }

  /// Where the parenthesis that is open before `from` closes; past the end if it does not.
  std::size_t closing_parenthesis(std::size_t from) {
    if (no_more_closing_) return in_.size();
    int depth = 1;
    for (auto i = from; i < in_.size(); ++i) {
      if (in_[i] == '(') ++depth;
      if (in_[i] == ')' && --depth == 0) return i;
    }
    // An address with one bracket too many ends at the first that closes; none at all is remembered, or a
    // line of openings would be searched from each of them.
    const auto first = in_.find(')', from);
    no_more_closing_ = true;
    return std::min(first, in_.size());
  }

  void picture_or_mark() {
    const auto end = peek(1) == '[' && !no_more_targets_ ? in_.find("](", at_ + 2) : std::string_view::npos;
    if (end == std::string_view::npos) {
      no_more_targets_ = no_more_targets_ || peek(1) == '[';
      return keep();
    }
    has_picture_ = true;
    at_ = std::min(closing_parenthesis(end + 2) + 1, in_.size());
  }

  void open_bracket() {
    brackets_.push_back(out_.size());
    out_ += '[';
    ++at_;
  }

  void close_bracket() {
    if (brackets_.empty() || peek(1) != '(') {
      if (!brackets_.empty()) brackets_.pop_back();
      return keep();
    }
    const auto begin = brackets_.back();
    brackets_.pop_back();
    out_[begin] = kDropped;
    if (peek(2) == '#') inside_link_ = {begin, out_.size()};
    at_ = std::min(closing_parenthesis(at_ + 2) + 1, in_.size());
  }

  void tag() {
    const auto rest = in_.substr(at_ + 1);
    if (rest.starts_with("http") || rest.starts_with("mailto:")) {
      ++at_;  // the `>` behind an address stays with it and harms nobody
      return;
    }
    if (rest.empty() || !(is_letter(rest[0]) || rest[0] == '/' || rest[0] == '!')) return keep();
    const auto end = no_more_tags_ ? std::string_view::npos : rest.find('>');
    if (end == std::string_view::npos) {
      no_more_tags_ = true;
      if (!is_html_tag(rest)) return keep();
      tag_is_open_ = true;
      at_ = in_.size();
      return;
    }
    element(to_lower(rest.substr(0, std::min<std::size_t>(end, 12))));
    at_ += end + 2;
  }

  void element(const std::string& name) {
    for (const std::string_view strong : {"b", "strong", "em", "i"}) {
      if (name == strong) out_ += kBoldBegins;
      if (name.starts_with('/') && name.substr(1) == strong) out_ += kBoldEnds;
    }
    if (name.starts_with("/td") || name.starts_with("/th")) out_ += " | ";
    if (name.starts_with("img")) has_picture_ = true;
  }

  void entity() {
    const auto end = in_.substr(at_, 12).find(';');
    if (end == std::string_view::npos) return keep();
    const auto name = in_.substr(at_ + 1, end - 1);
    const auto* known = std::find_if(kEntities.begin(), kEntities.end(),
                                     [&](const auto& pair) { return pair.first == name; });
    if (known != kEntities.end()) {
      out_ += known->second;
    } else if (name.starts_with('#')) {
      out_ += name == "#39" || name == "#x27" ? "'" : " ";
    } else {
      return keep();
    }
    at_ += end + 1;
  }

  void emphasis() {
    const char mark = in_[at_];
    std::size_t run = 1;
    while (peek(run) == mark) ++run;
    const char left = before();
    const char right = peek(run);
    const bool alone = (left == '\0' || is_space(left)) && (right == '\0' || is_space(right));
    const bool inside_word = is_alphanumeric(left) && is_alphanumeric(right);
    if ((run == 1 && alone) || (inside_word && (mark == '_' || (run == 1 && is_digit(left))))) {
      out_ += in_.substr(at_, run);
    } else if (emphasis_open_ > 0 && left != '\0' && !is_space(left)) {
      --emphasis_open_;
      out_ += kBoldEnds;
    } else if (right != '\0') {
      ++emphasis_open_;
      out_ += kBoldBegins;
    }
    at_ += run;
  }

  void strike() {
    if (peek(1) != '~') return keep();
    at_ += 2;
  }

  void shortcode() {
    std::size_t length = 1;
    bool has_letter = false;
    while (length < 40 && (is_letter(peek(length)) || is_digit(peek(length)) || peek(length) == '_')) {
      has_letter = has_letter || is_letter(peek(length));
      ++length;
    }
    const bool stands_alone = !is_alphanumeric(before()) && !is_alphanumeric(peek(length + 1));
    if (peek(length) != ':' || length < 3 || !has_letter || !stands_alone) return keep();
    out_ += ' ';
    at_ += length + 1;
  }

  PlainText finish() const {
    PlainText plain;
    plain.has_picture = has_picture_;
    plain.tag_is_open = tag_is_open_;
    plain.leads_inside = inside_link_.second > 0;
    int depth = 0;
    bool front_is_bold = true;
    for (std::size_t i = 0; i < out_.size(); ++i) {
      const char c = out_[i];
      if (c == kBoldBegins || c == kBoldEnds) depth = std::max(depth + (c == kBoldBegins ? 1 : -1), 0);
      if (c <= kBoldEnds && c >= kDropped) continue;
      const bool blank = c == ' ' || c == '\t';
      if (!blank || (!plain.text.empty() && plain.text.back() != ' ')) plain.text += blank ? ' ' : c;
      if (is_alphanumeric(c) && (i < inside_link_.first || i >= inside_link_.second))
        plain.leads_inside = false;
      if (is_alphanumeric(c) && depth == 0) front_is_bold = false;
      if (!blank && depth > 0 && front_is_bold) plain.bold_label = plain.text.size();
    }
    while (!plain.text.empty() && plain.text.back() == ' ') plain.text.pop_back();
    plain.bold = front_is_bold && plain.bold_label > 0;
    return plain;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::size_t> brackets_;                      // where in out_ brackets are open
  std::pair<std::size_t, std::size_t> inside_link_{0, 0};  // the words of the last link to a `#`
  int backtick_runs_left_ = 0;
  int emphasis_open_ = 0;
  bool in_code_ = false;
  bool has_picture_ = false;
  bool tag_is_open_ = false;
  // What was searched for in vain once is not searched for again: a line of openings stays linear.
  bool no_more_closing_ = false;
  bool no_more_targets_ = false;
  bool no_more_tags_ = false;
};

}  // namespace

PlainText plain_inline(std::string_view markup) { return InlineReader(markup).read(); }

bool is_html_tag(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  std::size_t length = 0;
  while (length < tag.size() && (is_letter(tag[length]) || is_digit(tag[length]))) ++length;
  if (length == 0 || length > 10) return false;
  const bool ends = length == tag.size() || is_space(tag[length]) || tag[length] == '/' || tag[length] == '>';
  return ends && kTags.find(" " + to_lower(tag.substr(0, length)) + " ") != std::string_view::npos;
}

}  // namespace pmsite
