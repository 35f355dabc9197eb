// SPDX-License-Identifier: MIT
#include "render/code_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr std::array<std::string_view, 36> kUnits = {
    "%",    "b",  "d",   "day", "days", "g",    "gb", "gi",  "gib", "h",  "k",  "kb",
    "kbps", "ki", "kib", "m",   "mb",   "mbps", "mi", "mib", "min", "ms", "ns", "p",
    "pb",   "pi", "s",   "sec", "t",    "tb",   "ti", "tib", "us",  "w",  "y",  "\xC2\xB5s"};
static_assert(std::is_sorted(kUnits.begin(), kUnits.end()));

constexpr std::array<std::string_view, 12> kMonths = {"Apr", "Aug", "Dec", "Feb", "Jan", "Jul",
                                                      "Jun", "Mar", "May", "Nov", "Oct", "Sep"};
static_assert(std::is_sorted(kMonths.begin(), kMonths.end()));

/// `#` is a digit, `h` the first of an hour, `m` the first of a minute, `@` the name of a month.
constexpr std::array<std::string_view, 9> kStamps = {
    "####-##-##Th#:m#", "####-##-## h#:m#", "####/##/## h#:m#", "##/@/####:h#:m#", "@ ## h#:m#",
    "@  # h#:m#",       "@ # h#:m#",        "h#:m#:m#",         "####.##.## h#:m#"};

constexpr std::array<std::string_view, 8> kZones = {"Z",     "+##:##", "-##:##", "+####",
                                                    "-####", " +####", " -####", " UTC"};

/// Length of what matches the pattern at the beginning of the text, 0 where nothing does.
std::size_t match(std::string_view pattern, std::string_view text) {
  std::size_t at = 0;
  for (const char wanted : pattern) {
    if (wanted == '@') {
      if (!is_listed(kMonths, text.substr(at, 3))) return 0;
      at += 3;
      continue;
    }
    if (at == text.size()) return 0;
    const char c = text[at++];
    const bool fits = wanted == '#'   ? is_digit(c)
                      : wanted == 'h' ? c >= '0' && c <= '2'
                      : wanted == 'm' ? c >= '0' && c <= '5'
                                      : c == wanted;
    if (!fits) return 0;
  }
  return at;
}

std::size_t digits_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (is_digit(text[length]) || (length > 0 && text[length] == '_'))) ++length;
  return length;
}

/// "12" or "12.5" at the beginning of the text.
std::size_t decimal_length(std::string_view text) {
  const auto whole = digits_length(text);
  if (whole == 0 || whole + 1 >= text.size() || text[whole] != '.') return whole;
  const auto fraction = digits_length(text.substr(whole + 1));
  return fraction == 0 ? whole : whole + 1 + fraction;
}

bool is_hexadecimal(std::string_view digits) {
  return !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '_';
  });
}

/// What may follow the minutes of a time stamp: seconds, a fraction, an offset.
std::size_t stamp_tail_length(std::string_view text) {
  std::size_t length = match(":m#", text);
  if (length + 1 < text.size() && (text[length] == '.' || text[length] == ',') && is_digit(text[length + 1]))
    length += 1 + digits_length(text.substr(length + 1));
  for (const auto zone : kZones) {
    const auto zone_length = match(zone, text.substr(length));
    const auto after = text.substr(length + zone_length);
    if (zone_length > 0 && (after.empty() || !is_code_word_byte(after.front()))) return length + zone_length;
  }
  return length;
}

/// "${…}" with what it nests, on one line. A longer one is none, so that no text is searched twice.
std::size_t braced_length(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  int depth = 0;
  for (std::size_t i = 1; i < std::min(text.size(), kLongest); ++i) {
    if (text[i] == '\n') return 0;
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i + 1;
  }
  return 0;
}

}  // namespace

bool is_listed(CodeWords words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_listed_ignoring_case(CodeWords words, std::string_view word) {
  constexpr std::size_t kLongest = 24;  // nothing that is listed is longer
  return word.size() <= kLongest && is_listed(words, to_lower(word));
}

bool is_code_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t line_length(std::string_view text) { return std::min(text.find('\n'), text.size()); }

char next_byte(std::string_view text) {
  const auto at = text.find_first_not_of(" \t");
  return at == std::string_view::npos ? '\n' : text[at];
}

bool is_code_number(std::string_view word) {
  if (!word.empty() && (word.front() == '-' || word.front() == '+')) word.remove_prefix(1);
  if (word.starts_with("0x") || word.starts_with("0X")) return is_hexadecimal(word.substr(2));
  const auto decimal = decimal_length(word);
  if (decimal == 0) return false;
  word.remove_prefix(decimal);
  if (word.empty()) return true;
  if (word.front() != 'e' && word.front() != 'E') return false;
  word.remove_prefix(1);
  if (!word.empty() && (word.front() == '-' || word.front() == '+')) word.remove_prefix(1);
  return !word.empty() && digits_length(word) == word.size();
}

bool is_measure(std::string_view word) {
  if (is_code_number(word)) return true;
  while (!word.empty()) {
    const auto number = decimal_length(word);
    if (number == 0) return false;
    word.remove_prefix(number);
    const auto unit =
        static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
    if (!is_listed_ignoring_case(kUnits, word.substr(0, unit))) return false;
    word.remove_prefix(unit);
  }
  return true;
}

std::size_t time_stamp_length(std::string_view text) {
  for (const auto pattern : kStamps) {
    auto length = match(pattern, text);
    if (length == 0) continue;
    length += stamp_tail_length(text.substr(length));
    auto after = text.substr(length);
    // The address of a network card goes on with a colon.
    if (after.starts_with(':')) after.remove_prefix(1);
    return !after.empty() && is_code_word_byte(after.front()) ? 0 : length;
  }
  return 0;
}

std::size_t variable_length(std::string_view text) {
  constexpr std::string_view kSpecial = "?#@*!$-0123456789";
  if (text.size() < 2 || text[0] != '$') return 0;
  if (text[1] == '{') return braced_length(text);
  if (kSpecial.find(text[1]) != std::string_view::npos) return 2;
  std::size_t length = 1;
  while (length < text.size() && (is_letter(text[length]) || is_digit(text[length]) || text[length] == '_'))
    ++length;
  return length > 1 ? length : 0;
}

void take_string_with_variables(CodePieces& pieces, std::size_t length) {
  const auto text = pieces.rest().substr(0, length);
  std::size_t taken = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto variable = variable_length(text.substr(i));
    if (variable == 0) {
      i += text[i] == '\\' ? 2 : 1;
      continue;
    }
    pieces.take(TokenKind::string, i - taken);
    pieces.take(TokenKind::name, variable);
    i += variable;
    taken = i;
  }
  pieces.take(TokenKind::string, text.size() - taken);
}

std::optional<std::size_t> Heredoc::body_length(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const auto line_end = at + line_length(text.substr(at));
    auto line = text.substr(at, line_end - at);
    if (may_be_indented) line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line == end) return line_end;
    at = line_end + 1;
  }
  return std::nullopt;
}

std::optional<Heredoc> read_heredoc(std::string_view text) {
  if (!text.starts_with("<<")) return std::nullopt;
  Heredoc heredoc;
  std::size_t at = 2;
  if (at < text.size() && text[at] == '-') {
    heredoc.may_be_indented = true;
    ++at;
  }
  while (at < text.size() && text[at] == ' ') ++at;
  const bool is_quoted = at < text.size() && (text[at] == '\'' || text[at] == '"');
  const auto begin = is_quoted ? at + 1 : at;
  auto last = begin;
  while (last < text.size() && (is_letter(text[last]) || is_digit(text[last]) || text[last] == '_')) ++last;
  if (last == begin || is_digit(text[begin])) return std::nullopt;
  if (is_quoted && (last == text.size() || text[last] != text[at])) return std::nullopt;
  heredoc.end = text.substr(begin, last - begin);
  heredoc.length = is_quoted ? last + 1 : last;
  return heredoc;
}

}  // namespace pmsite
