// SPDX-License-Identifier: MIT
#include "prose/sentences.hpp"

#include "base/text.hpp"
#include "prose/scan.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_blank(char c) { return is_space(c) || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// Behind the quotes, brackets and emphasis that close with a sentence.
std::size_t skip_closers(std::string_view text, std::size_t at) {
  constexpr std::string_view kClosers = "\"')]*_`";
  while (at < text.size()) {
    if (kClosers.find(text[at]) != kNone) {
      ++at;
    } else if (text.substr(at).starts_with("\xE2\x80\x99") || text.substr(at).starts_with("\xE2\x80\x9D")) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

/// A word that begins a sentence rather than going on with one behind "a.m." or "etc.".
bool begins_sentence(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z' &&
         is_any_of(word, "the", "we", "it", "this", "that", "our", "a", "an", "at", "in", "on", "after",
                   "all", "they", "he", "she", "no", "when", "by", "then", "there", "once", "users", "from",
                   "i", "as", "to", "these", "some", "its", "for", "since", "during", "before", "with");
}

/// "e.g", "a.m", "U.S": single letters with full stops between.
bool is_dotted(std::string_view text, std::size_t dot) {
  return dot >= 3 && is_letter(text[dot - 1]) && text[dot - 2] == '.' && is_letter(text[dot - 3]) &&
         !(dot >= 4 && is_letter(text[dot - 4]));
}

/// Whether the full stop at `dot`, with a blank behind it, belongs to an abbreviation or a number of a list.
bool is_abbreviation(std::string_view text, std::size_t dot) {
  const auto next = skip_white(text.substr(0, dot + 80), dot + 1);
  const char next_byte = byte_at(text, next);
  if (next == text.size()) return false;
  const auto word = word_ending_at(text, dot);
  const auto front = dot - word.size();
  if (is_dotted(text, dot)) return !begins_sentence(word_at(text, next));
  if (front > 0 && is_digit(text[front - 1]) && !word.empty()) return false;
  if (is_any_of(word, "dr", "mr", "mrs", "ms", "prof", "vs", "approx", "cf", "fig", "eg", "ie", "resp", "st"))
    return true;
  if (is_any_of(word, "no", "nr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
                "nov", "dec"))
    return is_digit(next_byte);
  if (is_any_of(word, "etc", "inc", "ltd", "co", "corp", "al", "jr", "sr", "min", "hrs", "mins", "ca"))
    return next_byte >= 'a' && next_byte <= 'z';
  // An initial, as in "J. Smith".
  if (word.size() == 1)
    return word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I' && !begins_sentence(word_at(text, next));
  return false;
}

/// Whether the digits in front of the full stop at `dot` begin their line: "1. Restart".
bool is_list_number(std::string_view text, std::size_t dot) {
  auto at = dot;
  while (at > 0 && dot - at < 4 && is_digit(text[at - 1])) --at;
  if (at == dot) return false;
  while (at > 0 && dot - at < 12 && text[at - 1] == ' ') --at;
  return at == 0 || text[at - 1] == '\n';
}

/// Whether the line that begins at `at` is blank or begins a list item, a heading or a table row.
bool begins_paragraph(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  const char c = byte_at(text, at);
  if (c == '\n' || c == '#' || c == '|' || c == '>') return true;
  return (c == '-' || c == '*' || c == '+') && byte_at(text, at + 1) == ' ';
}

/// Where the sentence ends whose last sign stands at `at`; npos if none ends there.
std::size_t sentence_end_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return begins_paragraph(text, at + 1) ? at : kNone;
  const bool is_ellipsis = text.substr(at).starts_with("\xE2\x80\xA6");
  if (c != '.' && c != '!' && c != '?' && !is_ellipsis) return kNone;
  const auto behind = at + (is_ellipsis ? 3 : 1);
  const auto end = skip_closers(text, behind);
  if (end < text.size() && !is_blank(text[end])) return kNone;
  if (c == '.' && end == behind && (is_list_number(text, at) || is_abbreviation(text, at))) return kNone;
  return end;
}

TextRange trimmed(std::string_view text, TextRange range) {
  range.begin = skip_white(text.substr(0, range.end), range.begin);
  while (range.end > range.begin && is_blank(text[range.end - 1])) --range.end;
  return range;
}

}  // namespace

std::vector<TextRange> sentences(std::string_view text) {
  std::vector<TextRange> found;
  const auto add = [&](TextRange range) {
    range = trimmed(text, range);
    if (range.begin < range.end) found.push_back(range);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto end = sentence_end_at(text, at);
    if (end == kNone) continue;
    add({begin, end});
    begin = end;
    at = std::max(at, end - (end > at ? 1 : 0));
  }
  add({begin, text.size()});
  return found;
}

TextRange sentence_around(std::string_view text, std::size_t offset) {
  // Longer than any sentence; a text without an end is not searched again for each of its bytes.
  constexpr std::size_t kFarthest = 4096;
  if (text.empty()) return {};
  offset = std::min(offset, text.size() - 1);
  std::size_t begin = offset > kFarthest ? offset - kFarthest : 0;
  std::size_t end = std::min(text.size(), offset + kFarthest);
  bool has_end = false;
  for (std::size_t at = offset; at > begin; --at) {
    const auto found = sentence_end_at(text, at - 1);
    if (found == kNone) continue;
    if (found <= offset) {
      begin = found;
      break;
    }
    // The offset lies in the quotes that close a sentence.
    end = found;
    has_end = true;
  }
  for (std::size_t at = skip_white(text.substr(0, end), std::max(begin, offset)); at < end && !has_end;
       ++at) {
    const auto found = sentence_end_at(text, at);
    if (found == kNone) continue;
    end = found;
    break;
  }
  return trimmed(text, {begin, end});
}

}  // namespace pmsite
