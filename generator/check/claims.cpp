// SPDX-License-Identifier: MIT
#include "check/claims.hpp"

#include "base/text.hpp"
#include "check/post_texts.hpp"
#include "prose/phrases.hpp"
#include "prose/scan.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

bool tells_claims(const Passage& passage) {
  if (passage.is_heading || passage.is_quoted || passage.action != nullptr || passage.section == nullptr)
    return false;
  if (passage.entry != nullptr) return true;
  if (passage.section->has_role(Role::measures)) return false;
  switch (passage.role) {
    case Role::summary:
    case Role::impact:
    case Role::detection:
    case Role::cause:
    case Role::resolution:
    case Role::lessons:
      return true;
    default:
      return false;
  }
}

enum ByteKind : unsigned char { kLetter = 1, kDigit = 2, kOpensUnit = 4 };

/// What each byte can be, to step over most of a text quickly.
constexpr std::array<unsigned char, 256> kBytes = [] {
  std::array<unsigned char, 256> kinds{};
  for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 'a' + 'A'] = kLetter;
  for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  for (const unsigned char c : {'m', 'h', 's', 'd', 'w', 'M', 'H', 'S', 'D', 'W'})
    kinds[c] = kLetter | kOpensUnit;
  return kinds;
}();

bool has(char c, ByteKind kind) { return (kBytes[static_cast<unsigned char>(c)] & kind) != 0; }

/// Whether the digit at `at` is the last of an hour: "10:12", "2 PM", "14 hrs".
bool is_clock_like(std::string_view text, std::size_t at) {
  if (byte_at(text, at + 1) == ':') return has(byte_at(text, at + 2), kDigit);
  const auto next = skip_gap(text, at + 1);
  const char c = static_cast<char>(byte_at(text, next) | 0x20),
             m = static_cast<char>(byte_at(text, next + 1) | 0x20);
  return ((c == 'a' || c == 'p') && (m == 'm' || byte_at(text, next + 1) == '.')) ||
         (c == 'h' && (m == 'r' || m == 'o'));
}

bool is_unit(std::string_view word) {
  for (const std::string_view unit : {"min", "hour", "hr", "sec", "day", "week"})
    if (is_word(word.substr(0, unit.size()), unit)) return true;
  return false;
}

/// Whether a number ends in front of a unit: in digits, or in one of the words that end a number.
bool is_behind_number(std::string_view text, std::size_t at, bool in_digits) {
  const auto end = at > 0 && text[at - 1] == '-' ? at - 1 : skip_gap_back(text, at);
  if (end == 0) return false;
  const char last = text[end - 1];
  if (is_digit(last) || last == '+' || last == '\xBD') return true;
  return !in_digits &&
         is_any_of(word_ending_at(text, end),
                   {"a",        "an",       "half",     "one",     "two",     "three",     "four",
                    "five",     "six",      "seven",    "eight",   "nine",    "ten",       "eleven",
                    "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                    "nineteen", "twenty",   "thirty",   "forty",   "fifty",   "sixty",     "seventy",
                    "eighty",   "ninety",   "hundred",  "of",      "couple"});
}

/// Adds the sentences of a text that hold a sign.
void add_sentences(std::vector<ClaimText>& texts, const ClaimText& whole, NextSign next_sign) {
  // A text without full stops is not read again for each of its numbers.
  constexpr std::size_t kFarthest = 400;
  const auto text = whole.text;
  std::size_t from = 0;
  for (auto at = next_sign(text, 0); at < text.size(); at = next_sign(text, from)) {
    const auto front = at > from + kFarthest ? at - kFarthest : from;
    const auto near = text.substr(front, at - front + kFarthest);
    const TextRange found = sentence_around(near, at - front);
    const TextRange sentence{std::min(front + found.begin, at), std::max(front + found.end, at + 1)};
    texts.push_back(whole);
    texts.back().text = sentence.of(text);
    texts.back().offset = sentence.begin;
    from = sentence.end;
  }
}

}  // namespace

Span ClaimText::span(const Postmortem& post, TextRange range) const {
  if (passage != nullptr) return passage->span({offset + range.begin, offset + range.end});
  return FactText{{}, text, at}.span(post, range.of(text));
}

std::size_t next_length_sign(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!has(text[at], kOpensUnit) || (at > 0 && has(text[at - 1], kLetter))) continue;
    const auto word = word_at(text, at);
    if ((word.size() == 1 || is_unit(word)) && is_behind_number(text, at, word.size() == 1)) return at;
  }
  return std::string_view::npos;
}

std::size_t next_clock_sign(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at)
    if (has(text[at], kDigit) && is_clock_like(text, at)) return at;
  return std::string_view::npos;
}

std::size_t next_interval_sign(std::string_view text, std::size_t from) {
  constexpr std::size_t kFarthest = 24;
  const auto has_digit = [](std::string_view part) {
    return std::any_of(part.begin(), part.end(), [](char c) { return has(c, kDigit); });
  };
  for (auto at = next_clock_sign(text, from); at < text.size(); at = next_clock_sign(text, at + 1)) {
    const auto hour = at > 0 && has(text[at - 1], kDigit) ? at - 1 : at;
    const auto front = hour > kFarthest ? hour - kFarthest : 0;
    constexpr std::size_t kClockLength = 4;
    const auto behind = std::min(at + kClockLength, text.size());
    if (has_digit(text.substr(front, hour - front)) || has_digit(text.substr(behind, kFarthest))) return at;
  }
  return std::string_view::npos;
}

std::size_t next_users_sign(std::string_view text, std::size_t from) {
  static constexpr std::array<std::string_view, 4> kRows = {
      "user*|customer*|visitor*|client*|student*|member*|shopper*|merchant*",
      "player*|account*|patient*|reader*|employee*|subscriber*|buyer*|seller*",
      "tenant*|viewer*|guest*|consumer*|developer*|people|staff|audience",
      "everyone|everybody|nobody",
  };
  static const PhraseTable nouns(kRows);
  const auto found = nouns.next(text, from);
  return found ? found->at.begin : std::string_view::npos;
}

std::vector<ClaimText> claim_texts(const Subject& subject, NextSign next_sign) {
  std::vector<ClaimText> texts;
  for (const auto* field : {&subject.post.title, &subject.post.summary})
    add_sentences(texts, {field->value, 0, nullptr, field->at, true}, next_sign);
  for (const auto& passage : subject.post.passages) {
    if (!tells_claims(passage)) continue;
    const bool is_about_whole =
        passage.entry == nullptr && (passage.role == Role::summary || passage.role == Role::impact);
    add_sentences(texts, {passage.text, 0, &passage, {}, is_about_whole}, next_sign);
  }
  return texts;
}

TextRange clause_around(std::string_view sentence, TextRange at) {
  static constexpr std::array<std::string_view, 1> kRows = {"but|while|whereas|although|though"};
  static const PhraseTable joints(kRows);
  TextRange clause{0, sentence.size()};
  if (const auto mark = sentence.substr(0, at.begin).rfind(';'); mark != std::string_view::npos)
    clause.begin = mark + 1;
  if (const auto mark = sentence.find(';', at.end); mark != std::string_view::npos) clause.end = mark;
  // What follows a colon explains; what stands in front of one may be the label of the number.
  if (const auto colon = sentence.find(": ", at.end); colon < clause.end) clause.end = colon;
  for (const auto& joint : joints.find(sentence)) {
    if (joint.at.end <= at.begin) clause.begin = std::max(clause.begin, joint.at.end);
    if (joint.at.begin >= at.end) clause.end = std::min(clause.end, joint.at.begin);
  }
  return clause;
}

bool is_in_quotation(const ClaimText& text, TextRange at) {
  constexpr std::string_view kOpening = "\xE2\x80\x9C", kClosing = "\xE2\x80\x9D";
  // A quotation may have begun sentences before, but not pages.
  constexpr std::size_t kFarthest = 4000;
  const bool has_more = text.passage != nullptr && text.offset <= kFarthest;
  const auto front = has_more ? std::string_view(text.passage->text).substr(0, text.offset + at.begin)
                              : text.text.substr(0, at.begin);
  if (std::count(front.begin(), front.end(), '"') % 2 == 1) return true;
  const auto opening = front.rfind(kOpening);
  return opening != std::string_view::npos && front.find(kClosing, opening) == std::string_view::npos;
}

Bound bound_before(std::string_view text, std::size_t at) {
  auto end = skip_gap_back(text, at);
  auto word = word_ending_at(text, end);
  if (is_any_of(word, {"a", "an", "the"})) {
    end = skip_gap_back(text, end - word.size());
    word = word_ending_at(text, end);
  }
  const auto before = word_before(text, end - word.size());
  if (end > 0 && text[end - 1] == '>') return Bound::at_least;
  if (end > 0 && text[end - 1] == '<') return Bound::at_most;
  if (is_any_of(word, {"over", "above", "beyond", "exceeding"})) return Bound::at_least;
  if (is_any_of(word, {"under", "below", "within"})) return Bound::at_most;
  if (is_word(word, "than")) {
    if (is_any_of(before, {"more", "longer", "greater", "higher"})) return Bound::at_least;
    if (is_any_of(before, {"less", "fewer", "shorter", "lower"})) return Bound::at_most;
  }
  if (is_word(word, "to") && is_word(before, "up")) return Bound::at_most;
  if (is_word(before, "at") && is_word(word, "least")) return Bound::at_least;
  return is_word(before, "at") && is_word(word, "most") ? Bound::at_most : Bound::exact;
}

std::string as_written(std::string_view text, TextRange range) {
  constexpr std::size_t kMostBytes = 60;
  auto words = range.of(text);
  if (words.size() > kMostBytes) words = words.substr(0, words.rfind(' ', kMostBytes));
  std::string line(trim(words));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace pmsite
