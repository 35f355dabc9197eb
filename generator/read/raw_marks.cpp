// SPDX-License-Identifier: MIT
#include "read/raw_marks.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pmsite {
namespace {

// Bullets beyond Markdown's own: of word processors, of PDF readers (private use), arrows and ticks.
constexpr std::array<std::string_view, 22> kBullets = {
    "•",
    "●",
    "▪",
    "◦",
    "‣",
    "⁃",
    "∙",
    "○",
    "■",
    "□",
    "➢",
    "➤",
    "➔",
    "►",
    "▶",
    "✓",
    "✔",
    "✅",
    "\xEF\x82\xB7",
    "\xEF\x82\xA7",
    "\xEF\x83\x98",
    "→",
};

// Those that also stand inside of sentences count only where a blank follows.
constexpr std::array<std::string_view, 9> kBulletsBeforeBlank = {"-", "*", "+",   "=",  "–",
                                                                 "—", "·", "\\-", "\\*"};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t digits_at(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) ++length;
  return length;
}

void skip_blanks(std::string_view& line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
}

int take_indent(std::string_view& line) {
  int columns = 0;
  while (!line.empty() && is_blank(line.front())) {
    columns += line.front() == '\t' ? 4 - columns % 4 : 1;
    line.remove_prefix(1);
  }
  return columns;
}

/// "-10:00 Alert" and "*Alert": the blank was forgotten. `*Alert*` is emphasis, `--` a dash.
bool is_bullet_without_blank(std::string_view line) {
  if (line.size() < 2 || line[1] == line[0]) return false;
  if (line[0] == '*') return is_digit(line[1]) && line.find('*', 1) == std::string_view::npos;
  return line[0] == '-' && (is_letter(line[1]) || is_digit(line[1]) || line[1] == '*' || line[1] == '[');
}

std::size_t bullet_length(std::string_view line) {
  for (const auto bullet : kBullets)
    if (line.starts_with(bullet)) return bullet.size();
  for (const auto bullet : kBulletsBeforeBlank)
    if (line.starts_with(bullet) && (line.size() == bullet.size() || is_blank(line[bullet.size()])))
      return bullet.size();
  if (is_bullet_without_blank(line)) return 1;
  // The hollow bullet of PDF readers comes out as a letter.
  const bool letter_o = line.size() > 2 && line[0] == 'o' && is_blank(line[1]);
  return letter_o && (is_digit(line[2]) || (line[2] >= 'A' && line[2] <= 'Z') || line[2] == '*') ? 1 : 0;
}

/// "1.", "2)", "3\."; without a blank only before a letter, or a clock like 8.40 would lose its hour.
std::size_t number_length(std::string_view line) {
  const auto digits = digits_at(line);
  if (digits == 0 || digits > 3) return 0;
  auto end = digits;
  if (end < line.size() && line[end] == '\\') ++end;
  if (end == line.size() || (line[end] != '.' && line[end] != ')')) return 0;
  ++end;
  if (end == line.size() || is_blank(line[end])) return end;
  return is_letter(line[end]) || line.substr(end).starts_with("**") || line[end] == '[' ? end : 0;
}

void take_box(std::string_view& line, BlockMarks& marks) {
  for (const std::string_view box : {"[ ]", "[]", "[x]", "[X]"}) {
    if (!line.starts_with(box) || line.substr(box.size()).starts_with("(")) continue;
    line.remove_prefix(box.size());
    skip_blanks(line);
    marks.words += box.size() == 3 && box[1] != ' ' ? 1 : 0;
    return;
  }
}

/// Also `##X`, which Markdown does not take for a heading but its authors do; `#1`, `#!` and `#tag` are none.
int atx_level(std::string_view line) {
  const auto level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6) return 0;
  if (level == line.size() || is_blank(line[level])) return static_cast<int>(level);
  const char next = line[level];
  const bool is_name =
      (next >= 'A' && next <= 'Z') || next == '*' || static_cast<unsigned char>(next) >= 0x80;
  return is_name || (level > 1 && is_letter(next)) ? static_cast<int>(level) : 0;
}

void take_atx(std::string_view& line, int level) {
  line = trim(line.substr(static_cast<std::size_t>(level)));
  const auto closing = line.find_last_not_of('#');
  if (closing == std::string_view::npos) {
    line = {};
  } else if (closing + 1 < line.size() && is_blank(line[closing])) {
    line = trim(line.substr(0, closing));
  }
}

}  // namespace

BlockMarks take_block_marks(std::string_view& line) {
  BlockMarks marks;
  marks.indent = take_indent(line);
  while (line.starts_with('>')) {
    marks.quoted = true;
    line.remove_prefix(1);
    skip_blanks(line);
  }
  constexpr int kMostMarks = 4;  // more of them are a drawing
  for (int i = 0; i < kMostMarks; ++i) {
    if (const auto length = bullet_length(line); length > 0) {
      marks.words += line[0] == 'o' ? 1 : 0;
      line.remove_prefix(length);
    } else if (const auto number = number_length(line); number > 0 && !marks.ordered) {
      marks.ordered = true;
      ++marks.words;
      line.remove_prefix(number);
    } else {
      break;
    }
    marks.bullet = true;
    skip_blanks(line);
    take_box(line, marks);
  }
  marks.level = atx_level(line);
  if (marks.level > 0) take_atx(line, marks.level);
  return marks;
}

char rule_character(std::string_view line) {
  line = trim(line);
  if (line.empty() || std::string_view("-*_=").find(line[0]) == std::string_view::npos) return '\0';
  std::size_t marks = 0;
  for (const char c : line) {
    if (c != line[0] && !is_blank(c)) return '\0';
    marks += c == line[0] ? 1 : 0;
  }
  return marks >= 3 ? line[0] : '\0';
}

bool is_table_ruler(std::string_view line) {
  line = trim(line);
  bool has_bar = false;
  bool has_dash = false;
  for (const char c : line) {
    if (std::string_view("|-:+= \t").find(c) == std::string_view::npos) return false;
    has_bar = has_bar || c == '|' || c == '+';
    has_dash = has_dash || c == '-' || c == '=';
  }
  return has_bar && has_dash;
}

}  // namespace pmsite
