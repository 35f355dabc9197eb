// SPDX-License-Identifier: MIT
#include "render/code_settings.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

constexpr std::array<std::string_view, 8> kConstants = {"false", "no", "none", "null",
                                                        "off",   "on", "true", "yes"};
static_assert(std::is_sorted(kConstants.begin(), kConstants.end()));

class SettingsScanner {
 public:
  SettingsScanner(const SettingsSyntax& syntax, CodePieces& pieces) : syntax_(syntax), pieces_(pieces) {}

  void scan() {
    while (!rest().empty()) {
      begin_line();
      while (!rest().empty() && rest().front() != '\n') step();
      take(TokenKind::plain, 1);
      take_heredocs();
    }
  }

 private:
  std::string_view rest() const { return pieces_.rest(); }

  void take(TokenKind kind, std::size_t length) {
    const auto taken = rest().substr(0, length);
    if (taken.empty()) return;
    before_ = taken.back();
    pieces_.take(kind, taken.size());
  }

  void take_spaces() { take(TokenKind::plain, std::min(rest().find_first_not_of(" \t"), rest().size())); }

  void begin_line() {
    before_ = '\n';
    take_spaces();
    begins_ = true;
    begins_value_ = false;
    if (rest().empty()) return;
    if (holds(syntax_.comments, rest().front())) {
      take(TokenKind::comment, line_length(rest()));
    } else if (const auto length = section_length(); length > 0) {
      take(TokenKind::heading, length);
      begins_ = false;
    }
  }

  /// Length of a line such as `[mysqld]`; an array that stands on a line of its own is none.
  std::size_t section_length() const {
    const auto line = trim(rest().substr(0, line_length(rest())));
    if (!syntax_.has_sections || depth_ > 0 || !line.starts_with('[')) return 0;
    const auto name = line.find_first_not_of('[');
    const auto end = line.find_first_of("],[", name);
    if (name == kNowhere || end == kNowhere || line[end] != ']') return 0;
    const auto after = line.find_first_not_of(']', end);
    const auto length = std::min(after, line.size());
    const char next = after == kNowhere ? '\n' : next_byte(line.substr(after));
    return length - end == name && (next == '\n' || next == '\r' || holds(syntax_.comments, next)) ? length
                                                                                                   : 0;
  }

  void step() {
    const char c = rest().front();
    if (c == ' ' || c == '\t' || c == '\r') return take(TokenKind::plain, 1);
    if (take_comment()) return;
    const bool begins = std::exchange(begins_, false);
    if (begins && take_key()) return;
    if (c == '\\') return take(TokenKind::plain, 2);
    if (take_quoted(begins)) return;
    if (syntax_.has_variables) {
      if (const auto length = variable_length(rest()); length > 0) return take(TokenKind::name, length);
    }
    if (take_announcement()) return;
    if (holds("{}[](),;=:", c)) return take_punctuation();
    take_word();
  }

  bool stands_apart() const { return holds(" \t\n", before_); }

  bool take_comment() {
    if (!stands_apart()) return false;
    const bool slashes = syntax_.has_slash_comments && rest().starts_with("//");
    if (slashes || holds(syntax_.later_comments, rest().front())) {
      take(TokenKind::comment, line_length(rest()));
      return true;
    }
    if (!syntax_.has_slash_comments || has_open_comment_ || !rest().starts_with("/*")) return false;
    const auto end = rest().find("*/", 2);
    has_open_comment_ = end == kNowhere;
    if (has_open_comment_) return false;
    take(TokenKind::comment, end + 2);
    return true;
  }

  bool take_key() {
    constexpr std::string_view kInKeys = "-./*@%+";
    std::size_t length = 0;
    while (length < rest().size() && (is_code_word_byte(rest()[length]) || holds(kInKeys, rest()[length])))
      ++length;
    if (length == 0) return false;
    const auto key = rest().substr(0, length);
    if (take_instruction(key)) return true;
    const auto after = rest().substr(length);
    const char next = after.empty() ? '\n' : after.front();
    const bool is_first_word = syntax_.begins_with_key && is_letter(key.front()) && holds(" \t\r\n;", next);
    if (!is_first_word && !ends_key(after)) return false;
    take(TokenKind::name, length);
    begins_value_ = true;
    return true;
  }

  bool take_instruction(std::string_view word) {
    if (!is_listed_ignoring_case(syntax_.instructions, word)) return false;
    if (!holds(" \t\n", rest().size() > word.size() ? rest()[word.size()] : '\n')) return false;
    take(TokenKind::keyword, word.size());
    begins_ = !syntax_.key_ends.empty();
    return true;
  }

  bool ends_key(std::string_view after) const {
    after.remove_prefix(std::min(after.find_first_not_of(" \t"), after.size()));
    if (after.empty() || !holds(syntax_.key_ends, after.front())) return false;
    const char next = after.size() > 1 ? after[1] : '\n';
    if (after.front() == '=') return !holds("=>~", next);
    return after.front() != ':' || holds(" \t\r\n", next);
  }

  bool take_quoted(bool begins) {
    const char quote = rest().front();
    const bool is_raw = holds(syntax_.raw_quotes, quote);
    if (!is_raw && !holds(syntax_.quotes, quote)) return false;
    if (is_code_word_byte(before_)) return false;
    if (syntax_.has_triple_quotes && take_triple_quoted()) return true;
    const auto length = quoted_length(quote, is_raw);
    if (length == 0) return false;
    const bool is_key = begins && ends_key(rest().substr(length));
    if (is_key) {
      take(TokenKind::name, length);
    } else if (syntax_.has_variables && !is_raw) {
      take_string_with_variables(pieces_, length);
      before_ = quote;
    } else {
      take(TokenKind::string, length);
    }
    begins_value_ = is_key;
    return true;
  }

  /// Length up to the closing quote on this line, 0 where there is none or where a word goes on behind it.
  std::size_t quoted_length(char quote, bool is_raw) {
    if (const auto left = rest().size(); left > unclosed_from_[quote == '"']) return 0;
    int depth = 0;
    std::size_t i = 1;
    for (; i < rest().size() && rest()[i] != '\n'; ++i) {
      const char c = rest()[i];
      if (c == '\\' && !is_raw) {
        ++i;
      } else if (syntax_.has_variables && (rest().substr(i).starts_with("${") || (depth > 0 && c == '{'))) {
        i += c == '$' ? 1 : 0;
        ++depth;
      } else if (depth > 0 && c == '}') {
        --depth;
      } else if (depth == 0 && c == quote) {
        if (i + 1 == rest().size() || !is_code_word_byte(rest()[i + 1])) return i + 1;
        break;
      }
    }
    unclosed_from_[quote == '"'] = rest().size() - std::min(i, rest().size());
    return 0;
  }

  bool take_triple_quoted() {
    const char quote = rest().front();
    const std::string_view mark = quote == '"' ? "\"\"\"" : "'''";
    if (has_open_quotes_ || !rest().starts_with(mark)) return false;
    const auto end = rest().find(mark, mark.size());
    has_open_quotes_ = end == kNowhere;
    if (has_open_quotes_) return false;
    take(TokenKind::string, end + mark.size());
    return true;
  }

  bool take_announcement() {
    if (!syntax_.has_heredocs || has_open_heredoc_) return false;
    const auto heredoc = read_heredoc(rest());
    if (!heredoc) return false;
    heredocs_.push_back(*heredoc);
    take(TokenKind::plain, heredoc->length);
    return true;
  }

  void take_heredocs() {
    for (const auto& heredoc : std::exchange(heredocs_, {})) {
      const auto length = has_open_heredoc_ ? std::nullopt : heredoc.body_length(rest());
      has_open_heredoc_ = !length;
      if (!length) return;
      take(TokenKind::string, *length);
      take(TokenKind::plain, 1);
    }
  }

  void take_punctuation() {
    const char c = rest().front();
    if (holds("{[(", c)) ++depth_;
    if (holds("}])", c)) --depth_;
    depth_ = std::max(depth_, 0);
    take(TokenKind::plain, 1);
    begins_value_ = holds("{[(,=:", c);
    begins_ = (syntax_.has_inner_keys && depth_ > 0 && holds("{,", c)) ||
              (syntax_.begins_with_key && holds("{};", c));
  }

  void take_word() {
    constexpr std::string_view kWordEnds = " \t\r\n{}[](),;=\\$";
    const auto ends = syntax_.has_variables ? kWordEnds : kWordEnds.substr(0, kWordEnds.size() - 1);
    const auto word = rest().substr(0, rest().find_first_of(ends, 1));
    const bool goes_on = rest().size() > word.size() && rest()[word.size()] == '$';
    const bool is_whole = !goes_on && !is_code_word_byte(before_) && before_ != '$';
    const bool is_constant =
        begins_value_ && is_listed_ignoring_case(kConstants, word) && ends_value(word.size());
    take(is_constant                                          ? TokenKind::keyword
         : is_whole && is_measure(word)                       ? TokenKind::number
         : is_whole && time_stamp_length(word) == word.size() ? TokenKind::time
                                                              : TokenKind::plain,
         word.size());
    begins_value_ = false;
  }

  bool ends_value(std::size_t length) const {
    const auto after = rest().substr(length);
    const char next = next_byte(after);
    const bool is_apart = !after.empty() && holds(" \t", after.front());
    return holds("\r\n;,]})", next) || (is_apart && holds(syntax_.later_comments, next));
  }

  const SettingsSyntax& syntax_;
  CodePieces& pieces_;
  char before_ = '\n';  // the byte taken last
  bool begins_ = true;  // whether a name may stand here
  bool begins_value_ = false;
  int depth_ = 0;                                                    // of brackets
  std::array<std::size_t, 2> unclosed_from_ = {kNowhere, kNowhere};  // bytes left where the search gave up
  bool has_open_comment_ = false, has_open_quotes_ = false, has_open_heredoc_ = false;
  std::vector<Heredoc> heredocs_;
};

}  // namespace

void scan_settings(const SettingsSyntax& syntax, CodePieces& pieces) {
  SettingsScanner(syntax, pieces).scan();
}

}  // namespace pmsite
