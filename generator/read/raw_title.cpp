// SPDX-License-Identifier: MIT
#include "read/raw_title.hpp"

#include "base/text.hpp"
#include "read/raw_characters.hpp"
#include "read/raw_labels.hpp"
#include "read/raw_stamp.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pmsite {
namespace {

constexpr std::size_t kLongestTitle = 150;

/// Words of titles that say only what kind of text follows.
bool is_generic(std::string_view title) {
  constexpr std::array<std::string_view, 21> kWords = {
      "postmortem", "post",   "mortem",    "postmortems", "my",      "first",   "a",
      "the",        "report", "incident",  "x19",         "project", "example", "sample",
      "mock",       "alx",    "holberton", "title",       "name",    "of",      "for"};
  const std::string words = heading_words(title);
  const auto all = split(words, ' ');
  return std::all_of(all.begin(), all.end(), [&](std::string_view word) {
    return word.empty() || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  });
}

/// What a chat says before it hands over the text.
bool is_of_a_chat(std::string_view line) {
  const std::string words = heading_words(line);
  for (const std::string_view front :
       {"sure", "certainly", "ertainly", "of course", "here is", "heres", "table of contents", "contents"})
    if (words == front || words.starts_with(std::string(front) + " ")) return true;
  return false;
}

bool may_be_title(const RawLine& line, bool is_first) {
  if (line.text.size() > kLongestTitle || line.kind == RawLineKind::bullet ||
      line.kind == RawLineKind::table_row)
    return false;
  const auto label = is_first ? read_label(line.text) : read_heading(line.text);
  if (label.is_known() || stamp_at_front(line.text) || is_of_a_chat(line.text)) return false;
  const auto colon = line.text.find(':');
  if (colon != std::string::npos && read_label(std::string_view(line.text).substr(0, colon)).is_known())
    return false;
  if (line.kind == RawLineKind::heading) return is_first || line.level == 1;
  if (line.text.ends_with(':') && !is_first) return false;
  const bool sentence = line.text.ends_with('.') || count_visible_words(line.text) > 16;
  return (line.kind == RawLineKind::text || line.kind == RawLineKind::quote) && !sentence &&
         (is_first || line.bold || count_visible_words(line.text) < 9);
}

/// `title: ...` or `title = ...` of the front matter.
std::string title_of_front_matter(std::string_view front_matter) {
  for (auto line : split(front_matter, '\n')) {
    if (!line.starts_with("title")) continue;
    line = trim(line.substr(5));
    if (!line.starts_with(':') && !line.starts_with('=')) continue;
    line = trim(line.substr(1));
    const bool quoted = line.size() > 1 && line.front() == line.back() && (line[0] == '"' || line[0] == '\'');
    return std::string(quoted ? line.substr(1, line.size() - 2) : line);
  }
  return {};
}

}  // namespace

RawTitle find_title(const RawText& text) {
  RawTitle title;
  title.text = title_of_front_matter(text.front_matter);
  const auto& lines = text.lines;
  std::size_t at = 0;
  const auto skip_empty = [&] {
    while (at < lines.size() && lines[at].text.empty()) ++at;
  };
  skip_empty();
  title.first = title.last = at;
  constexpr int kMostLines = 3;
  for (int i = 0; i < kMostLines && at < lines.size() && may_be_title(lines[at], i == 0); ++i) {
    const auto& line = lines[at].text;
    if (i == 0) title.heading = line;
    if (title.text.empty() || (is_generic(title.text) && !is_generic(line))) title.text = line;
    title.last = ++at;
    skip_empty();
  }
  return title;
}

}  // namespace pmsite
