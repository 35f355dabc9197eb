// SPDX-License-Identifier: MIT
#include "prose/wording.hpp"

#include "base/text.hpp"
#include "prose/phrases.hpp"
#include "prose/placeholders.hpp"
#include "prose/wording_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

using namespace wording;

std::string replaced(std::string_view row, char sign, std::string_view list) {
  std::string result(row);
  for (auto at = result.find(sign); at != std::string::npos; at = result.find(sign, at + list.size()))
    result.replace(at, 1, list);
  return result;
}

/// A table with the words for people written into its rows. It lives as long as the program does.
template <std::size_t size> struct PeopleTable {
  explicit PeopleTable(const std::array<std::string_view, size>& rows) : table(expand(rows)) {}

  std::array<std::string, size> texts;
  PhraseTable table;

 private:
  std::array<std::string_view, size> expand(const std::array<std::string_view, size>& rows) {
    std::array<std::string_view, size> views;
    for (std::size_t i = 0; i < size; ++i) {
      texts[i] = replaced(replaced(rows[i], 'P', kPeople), 'Q', kOwners);
      views[i] = texts[i];
    }
    return views;
  }
};

constexpr std::size_t kFarthest = 200;  // bytes that are looked at around a phrase

/// The words on either side of a phrase, in the same sentence and no more than `most`.
std::vector<std::string_view> words_before(std::string_view text, std::size_t at, std::size_t most) {
  const std::size_t begin = at > kFarthest ? at - kFarthest : 0;
  std::vector<std::string_view> words;
  auto window = text.substr(begin, at - begin);
  const auto stop = window.find_last_of(".!?;");
  if (stop != std::string_view::npos && stop + 1 < window.size() && is_space(window[stop + 1]))
    window.remove_prefix(stop + 1);
  for (auto word = next_word(window, 0); word.begin < word.end; word = next_word(window, word.end))
    words.push_back(word.of(window));
  if (words.size() > most) words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(most));
  return words;
}

bool is_denied_before(std::string_view text, std::size_t at) {
  const auto words = words_before(text, at, 3);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_like_any(word, kDenials); });
}

bool is_in_quotation(std::string_view text, std::size_t at) {
  const std::size_t begin = at > kFarthest ? at - kFarthest : 0;
  const auto before = text.substr(begin, at - begin);
  const auto straight = before.rfind('"');
  const auto open = before.rfind("\u201C"), close = before.rfind("\u201D");
  constexpr auto kNone = std::string_view::npos;
  if (open != kNone && (close == kNone || close < open)) return true;
  if (straight == kNone || text.substr(at, kFarthest).find('"') == kNone) return false;
  return straight == 0 || is_space(before[straight - 1]) || before[straight - 1] == '(';
}

/// The first word of `rest` that is no adverb, if only blanks stand before it and at most two adverbs.
TextRange word_behind_adverbs(std::string_view rest) {
  std::size_t from = 0;
  for (int adverbs = 0; adverbs < 3; ++adverbs) {
    const TextRange word = next_word(rest, from);
    if (!trim(rest.substr(from, word.begin - from)).empty()) return {};
    const auto written = word.of(rest);
    if (!written.ends_with("ly") &&
        !is_like_any(written, "never|also|already|always|just|then|not|still|at|least"))
      return word;
    from = word.end;
  }
  return {};
}

/// Whether a name, a number or code begins `rest`: what something is, rather than what somebody did.
bool begins_with_value(std::string_view rest) {
  rest = trim(rest);
  const auto token = rest.substr(0, rest.find_first_of(" \n"));
  if (token.empty()) return false;
  if (token.starts_with("\u201C") || token.starts_with("\u2018")) return true;
  return std::string_view("`\"'/0123456789").find(token.front()) != std::string_view::npos ||
         token.substr(0, token.size() - 1).find_first_of("._/:0123456789") != std::string_view::npos;
}

/// Whether `rest`, behind "should have", goes on with what was not done.
bool goes_on_with_deed(std::string_view rest) {
  const TextRange word = word_behind_adverbs(rest);
  const auto written = word.of(rest);
  const bool is_participle =
      (written.size() > 4 && written.ends_with("ed")) || is_like_any(written, kParticiples);
  if (!is_participle) return false;
  return !is_like_any(written, "been|had|said|read|pointed|contained|returned|shown|held|gone") ||
         !begins_with_value(rest.substr(word.end));
}

/// Whether `rest`, behind "could have", goes on with how it might have been avoided.
bool goes_on_with_escape(std::string_view rest) {
  const TextRange word = word_behind_adverbs(rest);
  if (!is_like(word.of(rest), "been")) return is_like_any(word.of(rest), kSeenEarlier);
  const auto behind = rest.substr(word.end);
  return is_like_any(word_behind_adverbs(behind).of(behind), kBeenAvoided);
}

bool is_compound(std::string_view rest) {
  const TextRange word = next_word(rest, 0);
  return trim(rest.substr(0, word.begin)).find_first_not_of('-') == std::string_view::npos &&
         is_like_any(word.of(rest), kCompounds);
}

/// Whether what stands behind some phrases gives them another sense: "their fault tolerance", "broke down the
/// list".
bool is_harmless(std::string_view phrase, std::string_view rest) {
  if (phrase.ends_with("fault")) return is_compound(rest);
  if (!phrase.ends_with("broke") && !phrase.ends_with("sloppy")) return false;
  return is_like_any(next_word(rest, 0).of(rest), kHarmless);
}

bool is_name(std::string_view word, std::span<const std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [word](std::string_view name) {
    const auto parts = split(name, ' ');
    return std::find(parts.begin(), parts.end(), word) != parts.end();
  });
}

void add_named_blame(std::string_view text, std::span<const std::string_view> names,
                     std::vector<TextRange>& found) {
  static const PhraseTable kTable(kMistakes);
  const auto may_be_named = [text](std::string_view name) {
    const auto parts = split(name, ' ');
    return text.find(parts.front()) != std::string_view::npos ||
           text.find(parts.back()) != std::string_view::npos;
  };
  if (std::none_of(names.begin(), names.end(), may_be_named)) return;
  for (const auto& match : kTable.find(text)) {
    const auto before = words_before(text, match.at.begin, 1);
    if (before.empty() || !is_name(before.front(), names) || is_in_quotation(text, match.at.begin)) continue;
    const auto begin = static_cast<std::size_t>(before.front().data() - text.data());
    found.push_back({begin, match.at.end});
  }
}

/// Whether what stands behind a phrase takes it back: "human error was ruled out".
bool is_denied_behind(std::string_view rest) {
  std::size_t from = 0;
  for (int i = 0; i < 3; ++i) {
    const TextRange word = next_word(rest, from);
    if (rest.substr(from, word.begin - from).find('.') != std::string_view::npos) return false;
    if (is_like_any(word.of(rest), "not|isn't|wasn't|never|rarely|ruled|excluded|cannot|can't")) return true;
    from = word.end;
  }
  return false;
}

bool is_human_cause(std::string_view text, TextRange at) {
  const auto rest = text.substr(at.end);
  return !is_compound(rest) && !is_denied_before(text, at.begin) && !is_denied_behind(rest) &&
         !is_in_quotation(text, at.begin);
}

/// The sentence around a match, and whether it speaks of a cause. Many matches may stand in one long
/// sentence.
struct CauseSentence {
  TextRange at;
  bool names_cause = false;  ///< enough for what a person did
  bool names_thing = false;  ///< enough for an error: "it was", or nothing else at all

  void look_around(std::string_view text, std::size_t offset) {
    static const PhraseTable kCausalTable(kCausal), kNamingTable(kNaming);
    if (offset < at.end) return;
    at = sentence_around(text, offset);
    const auto sentence = at.of(text);
    names_cause = kCausalTable.is_in(sentence);
    names_thing = names_cause || kNamingTable.is_in(sentence) || count_words(sentence) <= 4;
  }
};

void sort_unique(std::vector<TextRange>& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });
  const auto overlaps = [](TextRange a, TextRange b) { return b.begin < a.end; };
  ranges.erase(std::unique(ranges.begin(), ranges.end(), overlaps), ranges.end());
}

}  // namespace

bool has_telltale(std::string_view text) {
  static const PeopleTable kBlameRows(kBlame);
  static const PeopleTable kHindsightRows(kHindsight);
  static const PeopleTable kHumanRows(kHumanCauses);
  static const PhraseTable kTable = [] {
    std::vector<std::string_view> rows = placeholder_phrases();
    rows.insert(rows.end(), kBlameRows.texts.begin(), kBlameRows.texts.end());
    rows.insert(rows.end(), kHindsightRows.texts.begin(), kHindsightRows.texts.end());
    rows.insert(rows.end(), kHumanRows.texts.begin(), kHumanRows.texts.end());
    return PhraseTable(rows);
  }();
  return text.find_first_of("[<") != std::string_view::npos || kTable.is_in(text);
}

std::vector<TextRange> find_blame(std::string_view text, std::span<const std::string_view> names) {
  static const PeopleTable kTable(kBlame);
  std::vector<TextRange> found;
  for (const auto& match : kTable.table.find(text)) {
    if (is_harmless(match.at.of(text), text.substr(match.at.end))) continue;
    if (!is_denied_before(text, match.at.begin) && !is_in_quotation(text, match.at.begin))
      found.push_back(match.at);
  }
  add_named_blame(text, names, found);
  sort_unique(found);
  return found;
}

std::vector<TextRange> find_hindsight(std::string_view text) {
  static const PeopleTable kTable(kHindsight);
  std::vector<TextRange> found;
  for (const auto& match : kTable.table.find(text)) {
    const auto rest = text.substr(match.at.end);
    if (match.row < kFirstEscape && !goes_on_with_deed(rest)) continue;
    // "Users should not have had trouble" tells what was expected.
    if (match.row == kNegative && is_like(word_behind_adverbs(rest).of(rest), "had")) continue;
    if (match.row >= kFirstEscape && match.row < kFirstBare && !goes_on_with_escape(rest)) continue;
    if (!is_in_quotation(text, match.at.begin)) found.push_back(match.at);
  }
  return found;
}

std::vector<TextRange> find_human_cause(std::string_view text, bool is_cause) {
  static const PeopleTable kTable(kHumanCauses);
  std::vector<TextRange> found;
  CauseSentence sentence;
  for (const auto& match : kTable.table.find(text)) {
    if ((match.row >= kFirstActed && !is_cause) || !is_human_cause(text, match.at)) continue;
    sentence.look_around(text, match.at.begin);
    if (is_cause || (match.row < kFirstErred ? sentence.names_thing : sentence.names_cause))
      found.push_back(match.at);
  }
  return found;
}

}  // namespace pmsite
