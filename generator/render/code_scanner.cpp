// SPDX-License-Identifier: MIT
#include "render/code_scanner.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

using Escape = CodeSpan::Escape;
using Habits = CodeSyntax::Habits;

/// After these words of a shell a command begins, or an assignment.
constexpr std::array<std::string_view, 15> kBeforeCommand = {
    "declare", "do",       "elif", "else", "eval",    "exec",  "export", "if",
    "local",   "readonly", "then", "time", "typeset", "until", "while"};
static_assert(std::is_sorted(kBeforeCommand.begin(), kBeforeCommand.end()));

constexpr std::array<std::string_view, 3> kBeforeIn = {"case", "for", "select"};

/// Reads one text from front to back.
class CodeScanner {
 public:
  CodeScanner(const CodeSyntax& syntax, CodePieces& pieces, std::size_t length)
      : syntax_(syntax), pieces_(pieces), text_(pieces.rest().substr(0, length)) {
    unclosed_until_.resize(syntax.spans.size(), 0);
  }

  void scan() {
    while (at_ < text_.size()) step();
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  char before() const { return at_ == 0 ? '\n' : text_[at_ - 1]; }
  bool is_word_byte(char c) const {
    return is_code_word_byte(c) || syntax_.word_bytes.find(c) != std::string_view::npos;
  }

  void take(TokenKind kind, std::size_t length) {
    length = std::min(length, text_.size() - at_);
    pieces_.take(kind, length);
    at_ += length;
  }

  void step() {
    if (take_span()) return;
    if (syntax_.habits == Habits::shell && take_of_shell()) return;
    if (syntax_.habits == Habits::sql && take_of_sql()) return;
    const char c = rest().front();
    const bool has_sign = syntax_.has_signed_numbers && c == '-' && rest().size() > 1 && is_digit(rest()[1]);
    if (is_digit(c) || has_sign) return take_number();
    if (is_word_byte(c)) return take_word();
    take(TokenKind::plain, 1);
  }

  bool take_span() {
    for (std::size_t i = 0; i < syntax_.spans.size(); ++i) {
      const CodeSpan& span = syntax_.spans[i];
      if (!rest().starts_with(span.open) || (span.stands_apart && !stands_apart())) continue;
      if (syntax_.habits == Habits::sql && span.close.empty() && is_rule_of_table()) continue;
      const auto end = end_of(span, unclosed_until_[i]);
      if (end == std::string_view::npos) return false;
      pass_argument();
      if (span.has_variables) {
        take_string_with_variables(pieces_, end - at_);
        at_ = end;
      } else {
        const auto kind = span.kind == TokenKind::string && names(end) ? TokenKind::name : span.kind;
        take(kind, end - at_);
      }
      return true;
    }
    return false;
  }

  bool stands_apart() const {
    constexpr std::string_view kApart = " \t\r\n;&|(";
    return kApart.find(before()) != std::string_view::npos;
  }

  /// Lines of hyphens, with or without crosses, are drawn below the head of a table.
  bool is_rule_of_table() const {
    const auto line = rest().substr(0, line_length(rest()));
    return line.size() > 2 && line.find_first_not_of("-+| \t\r") == std::string_view::npos;
  }

  /// Where the span that begins here ends; npos where it is not closed before `unclosed_until`.
  std::size_t end_of(const CodeSpan& span, std::size_t& unclosed_until) const {
    if (span.close.empty()) return at_ + line_length(rest());
    if (at_ < unclosed_until) return std::string_view::npos;
    int depth = 0;
    std::size_t i = at_ + span.open.size();
    while (i < text_.size() && (text_[i] != '\n' || span.may_span_lines)) {
      if (depth == 0 && text_.substr(i).starts_with(span.close) && !is_escaped(span, i))
        return i + span.close.size();
      if (span.has_variables && text_[i] == '(' && (depth > 0 || text_[i - 1] == '$')) ++depth;
      if (depth > 0 && text_[i] == ')') --depth;
      i += escape_length(span, i);
    }
    unclosed_until = std::min(i, text_.size());
    return std::string_view::npos;
  }

  static bool has_backslash(Escape escape) {
    return escape == Escape::backslash || escape == Escape::backslash_or_doubled;
  }

  /// Whether the closing mark at `i` stands for itself.
  bool is_escaped(const CodeSpan& span, std::size_t i) const {
    const char next = i + 1 < text_.size() ? text_[i + 1] : '\n';
    if (span.escape == Escape::none || span.escape == Escape::backslash) return false;
    if (text_.substr(i + 1).starts_with(span.close)) return true;
    // Only some servers read a backslash before a quote as an escape. Inside of a word it can be nothing
    // else.
    return span.escape == Escape::backslash_in_word && text_[i - 1] == '\\' && is_letter(next);
  }

  /// Bytes that are passed at `i`, which is not the end: two where a pair stands for one.
  std::size_t escape_length(const CodeSpan& span, std::size_t i) const {
    if (text_[i] == '\\' && has_backslash(span.escape)) return 2;
    const bool is_double = span.escape != Escape::none && span.escape != Escape::backslash &&
                           text_.substr(i).starts_with(span.close) &&
                           text_.substr(i + 1).starts_with(span.close);
    return is_double ? 2 : 1;
  }

  /// Whether what ends at `end` is a name by what follows it.
  bool names(std::size_t end) const {
    if (syntax_.name_marks.empty()) return false;
    const auto mark = text_.find_first_not_of(" \t", end);
    if (mark == std::string_view::npos) return false;
    return std::any_of(syntax_.name_marks.begin(), syntax_.name_marks.end(),
                       [&](std::string_view each) { return text_.substr(mark).starts_with(each); });
  }

  void take_number() {
    const bool is_hexadecimal = rest().starts_with("0x") || rest().starts_with("0X");
    std::size_t length = 1;
    for (; length < rest().size(); ++length) {
      const char c = rest()[length], last = rest()[length - 1];
      const bool is_exponent = (c == '-' || c == '+') && (last == 'e' || last == 'E') && !is_hexadecimal;
      if (!is_code_word_byte(c) && c != '.' && !is_exponent) break;
    }
    const auto word = rest().substr(0, length);
    const bool is_number = syntax_.has_units ? is_measure(word) : is_code_number(word);
    take(is_number && before() != '.' ? TokenKind::number : TokenKind::plain, length);
  }

  std::size_t word_length() const {
    std::size_t length = 0;
    while (length < rest().size() && is_word_byte(rest()[length])) ++length;
    return length;
  }

  bool is_keyword(std::string_view word) const {
    return syntax_.ignores_case ? is_listed_ignoring_case(syntax_.keywords, word)
                                : is_listed(syntax_.keywords, word);
  }

  void take_word() {
    const auto word = rest().substr(0, word_length());
    const auto end = at_ + word.size();
    const bool is_member = before() == '.' || (end < text_.size() && text_[end] == '.');
    const bool is_cut_string = before() == '"' || before() == '\'';
    const auto kind = names(end) && !is_cut_string     ? TokenKind::name
                      : is_keyword(word) && !is_member ? TokenKind::keyword
                                                       : TokenKind::plain;
    take(kind, word.size());
  }

  bool take_of_sql() {
    if (rest().starts_with("--")) {
      take(TokenKind::plain, line_length(rest()));
      return true;
    }
    if (rest().front() != '$') return false;
    if (rest().size() > 1 && is_digit(rest()[1])) {
      take(TokenKind::name, std::min(rest().find_first_not_of("0123456789", 1), rest().size()));
      return true;
    }
    const auto close = rest().find('$', 1);
    if (has_open_dollar_ || close == std::string_view::npos) return false;
    const auto tag = rest().substr(0, close + 1);
    if (!std::all_of(tag.begin() + 1, tag.end() - 1, is_code_word_byte)) return false;
    const auto end = rest().find(tag, tag.size());
    has_open_dollar_ = end == std::string_view::npos;
    if (has_open_dollar_) return false;
    take(TokenKind::string, end + tag.size());
    return true;
  }

  bool take_of_shell() {
    const char c = rest().front();
    if (c == '\\') {
      take(TokenKind::plain, 2);
      return true;
    }
    if (const auto variable = variable_length(rest()); variable > 0) {
      pass_argument();
      take(TokenKind::name, variable);
      return true;
    }
    if (read_announcement()) return true;
    if (c == '\n') {
      end_line();
      return true;
    }
    constexpr std::string_view kEndsCommand = ";|&(`";
    if (kEndsCommand.find(c) != std::string_view::npos) is_command_ = true;
    if (c == ')') is_command_ = false;
    constexpr std::string_view kNoWord = " \t\r;|&()<>`'\"$";
    if (kNoWord.find(c) != std::string_view::npos) return false;
    take_shell_word();
    return true;
  }

  /// A string or variable is a command or its argument, unless it is the value of an assignment.
  void pass_argument() { is_command_ = is_command_ && before() == '='; }

  bool read_announcement() {
    if (has_open_heredoc_ || before() == '<') return false;
    const auto heredoc = read_heredoc(rest());
    if (!heredoc) return false;
    heredocs_.push_back(*heredoc);
    take(TokenKind::plain, heredoc->length);
    return true;
  }

  void end_line() {
    take(TokenKind::plain, 1);
    is_command_ = true;
    awaits_in_ = false;
    for (const auto& heredoc : std::exchange(heredocs_, {})) {
      const auto body = has_open_heredoc_ ? std::nullopt : heredoc.body_length(rest());
      if (!body) {
        has_open_heredoc_ = true;
        break;
      }
      take(TokenKind::string, *body);
      if (at_ < text_.size()) take(TokenKind::plain, 1);
    }
  }

  void take_shell_word() {
    const bool begins = stands_apart() || before() == '`';
    const auto word = rest().substr(0, rest().find_first_of(" \t\r\n;|&()<>`'\"$\\"));
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const bool is_whole =
        at_ + word.size() == text_.size() ||
        std::string_view(" \t\r\n;|&)").find(text_[at_ + word.size()]) != std::string_view::npos;
    const bool assigns = is_command_ && equals != std::string_view::npos && is_variable(name);
    if (begins && (assigns || is_option(name))) {
      take(TokenKind::name, name.size());
      return take(TokenKind::plain, word.size() - name.size());
    }
    if (awaits_in_ && begins && word == "in") {
      awaits_in_ = false;
      return take(TokenKind::keyword, word.size());
    }
    if (is_command_ && begins && is_whole && is_keyword(word)) {
      is_command_ = is_listed(kBeforeCommand, word);
      awaits_in_ = awaits_in_ || is_listed(kBeforeIn, word);
      return take(TokenKind::keyword, word.size());
    }
    is_command_ = is_command_ && begins && (word == "{" || word == "!");
    const bool is_number = begins && is_whole && before() != '&' && is_measure(word);
    take(is_number ? TokenKind::number : TokenKind::plain, word.size());
  }

  static bool is_variable(std::string_view word) {
    if (word.ends_with('+')) word.remove_suffix(1);
    return !word.empty() && !is_digit(word.front()) &&
           std::all_of(word.begin(), word.end(), is_code_word_byte);
  }

  static bool is_option(std::string_view word) {
    const auto hyphens = word.find_first_not_of('-');
    return (hyphens == 1 || hyphens == 2) && (is_letter(word[hyphens]) || is_digit(word[hyphens]));
  }

  const CodeSyntax& syntax_;
  CodePieces& pieces_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::size_t> unclosed_until_;  // by span
  bool has_open_dollar_ = false, has_open_heredoc_ = false;
  bool is_command_ = true;  // whether a command of the shell may begin here
  bool awaits_in_ = false;
  std::vector<Heredoc> heredocs_;  // announced on this line
};

}  // namespace

void scan_code(const CodeSyntax& syntax, CodePieces& pieces, std::size_t length) {
  CodeScanner(syntax, pieces, length).scan();
}

}  // namespace pmsite
