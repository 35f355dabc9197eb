// SPDX-License-Identifier: MIT
#include "render/code_lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

std::string_view line_of(std::string_view text) { return text.substr(0, line_length(text)); }

/// The text behind its first line.
std::string_view after_line(std::string_view text) {
  return text.substr(std::min(line_length(text) + 1, text.size()));
}

bool starts_with_any(std::string_view text, CodeWords beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view each) { return text.starts_with(each); });
}

constexpr std::array<std::string_view, 15> kDiffHeaders = {"@@ ",
                                                           "diff ",
                                                           "index ",
                                                           "Index: ",
                                                           "old mode ",
                                                           "new mode ",
                                                           "new file mode ",
                                                           "deleted file mode ",
                                                           "similarity index ",
                                                           "dissimilarity index ",
                                                           "rename from ",
                                                           "rename to ",
                                                           "copy from ",
                                                           "copy to ",
                                                           "Binary files "};

constexpr std::array<std::string_view, 10> kErrorLevels = {"ALERT", "CRIT",  "CRITICAL", "EMERG", "EMERGENCY",
                                                           "ERR",   "ERROR", "FATAL",    "PANIC", "SEVERE"};
constexpr std::array<std::string_view, 7> kQuietLevels = {"DBG", "DEBUG",  "FINE", "INFO",
                                                          "LOG", "NOTICE", "TRACE"};
static_assert(std::is_sorted(kErrorLevels.begin(), kErrorLevels.end()));
static_assert(std::is_sorted(kQuietLevels.begin(), kQuietLevels.end()));

enum class Level { none, quiet, warning, error };

Level level_of(std::string_view word) {
  if (word == "WARN" || word == "WARNING") return Level::warning;
  if (is_listed(kErrorLevels, word)) return Level::error;
  return is_listed(kQuietLevels, word) ? Level::quiet : Level::none;
}

/// Takes one line of a log. Its first level is its own; what is named later is told of.
class LogLine {
 public:
  LogLine(CodePieces& pieces, std::string_view line) : pieces_(pieces), line_(line) {}

  void scan() {
    take_klog_head();
    while (at_ < line_.size()) {
      const char c = line_[at_];
      const bool begins = at_ == 0 || !(is_code_word_byte(line_[at_ - 1]) || holds(".-:", line_[at_ - 1]));
      const auto stamp = begins ? time_stamp_length(line_.substr(at_)) : 0;
      if (stamp > 0) {
        take(TokenKind::time, stamp);
      } else if (is_code_word_byte(c)) {
        take_word();
      } else {
        is_first_ = is_first_ && holds(" \t[", c);
        take(TokenKind::plain, 1);
      }
    }
  }

 private:
  void take(TokenKind kind, std::size_t length) {
    pieces_.take(kind, length);
    at_ += length;
  }

  /// "E0305 14:02:11.123456": the letter is the level, the digits are month and day.
  void take_klog_head() {
    constexpr std::size_t kClock = 6;
    if (line_.size() < kClock || !holds("DIWEF", line_[0]) || line_[kClock - 1] != ' ') return;
    if (!std::all_of(line_.begin() + 1, line_.begin() + kClock - 1, is_digit)) return;
    const auto clock = time_stamp_length(line_.substr(kClock));
    if (clock == 0) return;
    has_level_ = true;
    take(holds("EF", line_[0])  ? TokenKind::error
         : holds("W", line_[0]) ? TokenKind::warning
                                : TokenKind::plain,
         1);
    take(TokenKind::time, kClock - 1 + clock);
  }

  void take_word() {
    std::size_t end = at_;
    while (end < line_.size() && is_code_word_byte(line_[end])) ++end;
    const auto word = line_.substr(at_, end - at_);
    const Level level = has_level_ ? Level::none : stated_level(word, end);
    has_level_ = has_level_ || level != Level::none;
    is_first_ = false;
    take(level == Level::error     ? TokenKind::error
         : level == Level::warning ? TokenKind::warning
                                   : TokenKind::plain,
         word.size());
  }

  /// A word in lower case is a level only where nothing but a level can stand.
  Level stated_level(std::string_view word, std::size_t end) const {
    constexpr std::size_t kLongest = 9;
    if (word.size() > kLongest) return Level::none;
    if (const Level level = level_of(word); level != Level::none) return level;
    const char before = at_ == 0 ? '\n' : line_[at_ - 1];
    const char after = end < line_.size() ? line_[end] : '\n';
    const bool is_bracketed = (before == '[' && after == ']') || (before == '<' && after == '>');
    if (!is_bracketed && !(is_first_ && after == ':') && !follows_name_of_level()) return Level::none;
    std::string upper(word);
    for (char& c : upper)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return level_of(upper);
  }

  /// `level=`, `"level":"` and the like.
  bool follows_name_of_level() const {
    const auto last = line_.substr(0, at_).find_last_not_of(" \":='");
    if (last == kNowhere || last + 1 == at_ || !holds("\":='", line_[at_ - 1])) return false;
    const auto names = {"level", "lvl", "severity"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      if (last + 1 < name.size()) return false;
      const auto begin = last + 1 - name.size();
      return equal_ignoring_case(line_.substr(begin, name.size()), name) &&
             (begin == 0 || !is_code_word_byte(line_[begin - 1]));
    });
  }

  CodePieces& pieces_;
  std::string_view line_;
  std::size_t at_ = 0;
  bool has_level_ = false;
  bool is_first_ = true;  // whether no word but time stamps came before
};

constexpr std::array<std::string_view, 9> kMethods = {"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS",
                                                      "PATCH",   "POST",   "PUT", "TRACE"};
static_assert(std::is_sorted(kMethods.begin(), kMethods.end()));

bool is_request(std::string_view line) {
  const auto space = line.find(' ');
  return space != kNowhere && is_listed(kMethods, line.substr(0, space));
}

/// The first line of a response: the status is an error from 500 on, and a warning from 400 on.
void take_status_line(CodePieces& pieces, std::string_view line) {
  const auto status = line.find(' ') + 1;
  pieces.take(TokenKind::plain, status);
  if (status != 0 && is_digit(next_byte(line.substr(status)))) {
    const char first = line[status];
    pieces.take(first == '5'   ? TokenKind::error
                : first == '4' ? TokenKind::warning
                               : TokenKind::number,
                std::min(line.find_first_not_of("0123456789", status), line.size()) - status);
  }
}

void take_header(CodePieces& pieces, std::string_view line) {
  const auto colon = line.find(':');
  const auto name = line.substr(0, colon);
  const bool is_name = colon != kNowhere && std::all_of(name.begin(), name.end(), [](char c) {
                         return is_code_word_byte(c) || c == '-';
                       });
  if (is_name) pieces.take(TokenKind::name, name.size());
}

/// Whether some prompt is not the # of root, so that a line with # is a comment or put out.
bool has_prompt_of_user(std::string_view session, PromptLength prompt_length) {
  for (; !session.empty(); session = after_line(session))
    if (!session.starts_with('#') && prompt_length(line_of(session)) > 0) return true;
  return false;
}

}  // namespace

void scan_diff(CodePieces& pieces) {
  bool in_hunk = false;  // or among changes without one
  while (!pieces.rest().empty()) {
    const auto rest = pieces.rest();
    const auto second = after_line(rest);
    const bool names_files = rest.starts_with("--- ") && second.starts_with("+++ ") &&
                             (!in_hunk || after_line(second).starts_with("@@"));
    const auto length = line_length(rest) + 1;
    if (names_files) {
      pieces.take(TokenKind::heading, length + line_length(second) + 1);
    } else if (starts_with_any(rest, kDiffHeaders)) {
      in_hunk = rest.starts_with("@@");
      pieces.take(TokenKind::heading, length);
    } else {
      // A patch in a mail has these lines before and behind its changes.
      const auto line = line_of(rest);
      const char sign = line == "---" || line == "-- " ? ' ' : rest.front();
      in_hunk = in_hunk || sign == '+' || sign == '-';
      pieces.take(sign == '+'   ? TokenKind::inserted
                  : sign == '-' ? TokenKind::removed
                                : TokenKind::plain,
                  length);
    }
  }
}

void scan_log(CodePieces& pieces) {
  while (!pieces.rest().empty()) {
    LogLine(pieces, line_of(pieces.rest())).scan();
    pieces.take(TokenKind::plain, 1);
  }
}

void scan_http(CodePieces& pieces, const CodeSyntax& json) {
  bool in_head = true;
  while (!pieces.rest().empty()) {
    const auto line = line_of(pieces.rest());
    const auto left = pieces.rest().size() - line.size();
    in_head = in_head || line.starts_with("HTTP/") || is_request(line);
    if (!in_head && holds("{[", next_byte(line))) {
      const auto next = std::min(pieces.rest().find("\nHTTP/"), pieces.rest().size());
      scan_code(json, pieces, next);
      pieces.take(TokenKind::plain, 1);
      continue;
    }
    if (line.starts_with("HTTP/")) {
      take_status_line(pieces, line);
    } else if (is_request(line)) {
      pieces.take(TokenKind::keyword, line.find(' '));
    } else if (in_head) {
      take_header(pieces, line);
    }
    in_head = in_head && line != "" && line != "\r";
    pieces.take(TokenKind::plain, pieces.rest().size() - left + 1);
  }
}

std::size_t shell_prompt_length(std::string_view line) {
  constexpr std::size_t kLongest = 100;
  line = line.substr(0, kLongest);
  const auto sign = line.find_first_of("$#%");
  if (sign == kNowhere || (sign + 1 < line.size() && line[sign + 1] != ' ')) return 0;
  const auto who = line.substr(0, sign);
  const auto length = std::min(sign + 2, line.size());
  const bool is_shell = who.starts_with("bash-") || who.starts_with("sh-");
  if (who.empty() || (is_shell && !holds(who, ' '))) return length;
  const bool is_bracketed = who.front() == '[' && who.back() == ']';
  const auto at = who.find('@');
  if (at == kNowhere || at == 0 || who.find(' ') < at) return 0;
  return is_bracketed || !holds(who, ' ') ? length : 0;
}

std::size_t sql_prompt_length(std::string_view line) {
  constexpr std::array<std::string_view, 3> kWhole = {"mysql> ", "sqlite> ", "    -> "};
  for (const auto prompt : kWhole)
    if (line.starts_with(prompt)) return prompt.size();
  if (line.starts_with("MariaDB [")) {
    const auto end = line.find("]> ");
    return end == kNowhere ? 0 : end + 3;
  }
  std::size_t name = 0;
  while (name < line.size() && is_code_word_byte(line[name])) ++name;
  constexpr std::array<std::string_view, 8> kSigns = {"=# ", "=> ", "-# ",  "-> ",
                                                      "(# ", "(> ", "=*# ", "=*> "};
  for (const auto sign : kSigns)
    if (name > 0 && line.substr(name).starts_with(sign)) return name + sign.size();
  return 0;
}

void scan_session(CodePieces& pieces, const CodeSyntax& syntax, PromptLength prompt_length) {
  const bool may_be_root = !has_prompt_of_user(pieces.rest(), prompt_length);
  bool goes_on = false;  // whether the line before was a command and says that it goes on
  while (!pieces.rest().empty()) {
    const auto line = line_of(pieces.rest());
    std::size_t prompt = line.starts_with("> ") ? 2 : 0;
    if (!goes_on) prompt = line.starts_with('#') && !may_be_root ? 0 : prompt_length(line);
    if (prompt > 0 || goes_on) {
      pieces.take(TokenKind::prompt, prompt);
      goes_on = line.ends_with('\\');
      scan_code(syntax, pieces, line.size() - prompt);
    } else {
      pieces.take(TokenKind::plain, line.size());
    }
    pieces.take(TokenKind::plain, 1);
  }
}

}  // namespace pmsite
