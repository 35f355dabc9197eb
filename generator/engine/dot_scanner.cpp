// SPDX-License-Identifier: MIT
#include "engine/dot_scanner.hpp"

#include "base/source.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kLongestQuotation = 60;

bool is_name_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads one text from front to back. After a fault there are no more tokens.
class DotScanner {
 public:
  explicit DotScanner(std::string_view dot) : rest_(dot) {}

  DotScan scan() {
    while (!rest_.empty() && !scan_.fault) step();
    if (!scan_.fault) check_structure();
    return std::move(scan_);
  }

 private:
  void step() {
    const char c = rest_.front();
    if (!is_name_byte(c) && c != '"' && !starts_number()) is_after_name_ = false;
    if (is_space(c) || c == '\r') return advance(1);
    if (c == '#' || rest_.starts_with("//")) return advance(rest_.find('\n'));
    if (rest_.starts_with("/*")) return skip_comment();
    if (c == '"') return take_string();
    if (c == '<') return take_html();
    if (is_name_byte(c) || starts_number()) return take_word();
    const std::size_t length = rest_.starts_with("->") || rest_.starts_with("--") ? 2 : 1;
    take(DotTokenKind::symbol, std::string(rest_.substr(0, length)), line_);
    advance(length);
  }

  void advance(std::size_t count) {
    const auto passed = rest_.substr(0, count);
    line_ += static_cast<int>(std::count(passed.begin(), passed.end(), '\n'));
    rest_.remove_prefix(passed.size());
  }

  void take(DotTokenKind kind, std::string value, int line) {
    scan_.tokens.push_back({kind, std::move(value), line});
  }

  void fail(int line, std::string message) {
    scan_.fault = DotFault{DotFaultKind::syntax, line, std::move(message)};
  }

  void skip_comment() {
    const auto end = rest_.find("*/", 2);
    if (end == std::string_view::npos)
      return fail(line_, "the comment that begins here is not closed with */");
    advance(end + 2);
  }

  void take_string() {
    const int first_line = line_;
    std::string value;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      const char c = rest_[i];
      const char next = i + 1 < rest_.size() ? rest_[i + 1] : '\0';
      if (c == '"') {
        if (is_after_name_) return fail_touching(rest_.substr(0, i + 1));
        take(DotTokenKind::text, std::move(value), first_line);
        is_after_name_ = true;
        return advance(i + 1);
      }
      if (c == '\\' && next == '\n') {
        ++i;
      } else if (c == '\\' && (next == '"' || next == '\\')) {
        // Of the escapes only \" is resolved here; the others are for the label to interpret.
        value += next == '"' ? "\"" : "\\\\";
        ++i;
      } else {
        value += c;
      }
    }
    fail(first_line, "the string that begins here is not closed with \"");
  }

  /// Graphviz reads `pg-1`, `3scale` and `v1.2` as two names each, and draws two nodes without a word.
  void fail_touching(std::string_view next) {
    const DotToken& before = scan_.tokens.back();
    if (before.kind == DotTokenKind::text && before.value.find('\n') != std::string::npos)
      return fail(before.line, "the string that begins here goes on over its line; close it with \"");
    std::string whole = scan_.tokens.back().value + std::string(next);
    std::erase(whole, '"');
    whole = quotation(whole);
    fail(line_, fmt::format("`{0}` is read as two names; write \"{0}\", in quotes", whole));
  }

  void take_html() {
    const int first_line = line_;
    int depth = 0;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '<') ++depth;
      if (rest_[i] == '>') --depth;
      if (depth > 0) continue;
      take(DotTokenKind::html, std::string(rest_.substr(1, i - 1)), first_line);
      return advance(i + 1);
    }
    fail(first_line, "the < that stands here is not closed with >");
  }

  bool starts_number() const {
    const char c = rest_.front();
    const char next = rest_.size() > 1 ? rest_[1] : '\0';
    const char after = rest_.size() > 2 ? rest_[2] : '\0';
    if (c == '.') return is_digit(next);
    return c == '-' && (is_digit(next) || (next == '.' && is_digit(after)));
  }

  void take_word() {
    const bool is_number = !is_name_byte(rest_.front()) || is_digit(rest_.front());
    bool has_point = rest_.front() == '.';
    std::size_t length = 1;
    for (; length < rest_.size(); ++length) {
      const char c = rest_[length];
      const bool is_point = is_number && c == '.' && !std::exchange(has_point, true);
      if (!is_point && !(is_number ? is_digit(c) : is_name_byte(c))) break;
    }
    if (is_after_name_) return fail_touching(rest_.substr(0, length));
    take(DotTokenKind::word, std::string(rest_.substr(0, length)), line_);
    advance(length);
    is_after_name_ = true;
  }

  void check_structure() {
    if (scan_.tokens.empty()) return fail(1, "the diagram is empty; write `digraph { a -> b }`");
    int depth = 0;
    bool is_closed = false;
    for (const auto& token : scan_.tokens) {
      if (is_closed) return fail(token.line, describe_rest(token));
      if (token.kind != DotTokenKind::symbol) continue;
      if (token.value == "@") return fail(token.line, "`@` must stand in quotes");
      if (token.value == "{" && ++depth > kDeepestBraces) return fail_nesting(token.line);
      if (token.value == "}" && --depth <= 0) is_closed = true;
    }
    if (!is_closed && depth > 0) fail(scan_.tokens.back().line, "a closing } is missing at the end");
  }

  void fail_nesting(int line) {
    scan_.fault = DotFault{DotFaultKind::limit, line,
                           fmt::format("braces are nested more than {} deep", kDeepestBraces)};
  }

  static std::string describe_rest(const DotToken& token) {
    const auto word = to_lower(token.value);
    if (word == "graph" || word == "digraph" || word == "strict")
      return "a second graph begins here; give each graph a block of its own";
    return fmt::format("`{}` stands after the closing }} of the graph", quotation(token.value));
  }

  std::string_view rest_;
  int line_ = 1;
  bool is_after_name_ = false;  ///< a name ends right before `rest_`
  DotScan scan_;
};

/// What no DOT text may hold; empty if it is all right.
std::optional<DotFault> find_foreign_bytes(std::string_view dot) {
  if (dot.starts_with("\xEF\xBB\xBF"))
    return DotFault{DotFaultKind::syntax, 1, "the text begins with a byte order mark; remove it"};
  int line = 1;
  while (!dot.empty()) {
    const auto length = static_cast<std::size_t>(utf8_length(dot));
    if (length == 0) return DotFault{DotFaultKind::syntax, line, "the text is not valid UTF-8"};
    const auto byte = static_cast<unsigned char>(dot.front());
    if (byte == '\n') ++line;
    if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F)
      return DotFault{DotFaultKind::syntax, line,
                      fmt::format("control character U+{:04X} in the text", byte)};
    dot.remove_prefix(length);
  }
  return std::nullopt;
}

bool is_name(const DotToken& token) {
  return token.kind == DotTokenKind::word || token.kind == DotTokenKind::text;
}

}  // namespace

DotScan scan_dot(std::string_view dot) {
  if (auto fault = find_foreign_bytes(dot)) return {{}, std::move(fault)};
  return DotScanner(dot).scan();
}

std::vector<DotAssignment> dot_assignments(const std::vector<DotToken>& tokens) {
  const auto is_symbol = [&tokens](std::size_t i, std::string_view symbol) {
    return i < tokens.size() && tokens[i].kind == DotTokenKind::symbol && tokens[i].value == symbol;
  };
  std::vector<DotAssignment> assignments;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (!is_name(tokens[i]) || !is_symbol(i + 1, "=") || tokens[i + 2].kind == DotTokenKind::symbol) continue;
    DotAssignment assignment{tokens[i].value, tokens[i + 2].value, tokens[i].line};
    // "long " + "text" is one string.
    for (i += 2; is_symbol(i + 1, "+") && i + 2 < tokens.size() && is_name(tokens[i + 2]); i += 2)
      assignment.value += tokens[i + 2].value;
    assignments.push_back(std::move(assignment));
  }
  return assignments;
}

std::string quotation(std::string_view text) {
  std::string quoted;
  while (!text.empty() && quoted.size() < kLongestQuotation) {
    const auto length = static_cast<std::size_t>(std::max(utf8_length(text), 1));
    quoted += is_space(text.front()) ? std::string_view(" ") : text.substr(0, length);
    text.remove_prefix(length);
  }
  return text.empty() ? quoted : quoted + "...";
}

}  // namespace pmsite
