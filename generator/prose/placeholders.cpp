// SPDX-License-Identifier: MIT
#include "prose/placeholders.hpp"

#include "base/text.hpp"
#include "prose/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

constexpr std::array<std::string_view, 12> kForms = {
    "HH:MM",      "HH:mm",      "hh:mm",      "XX:XX",      "YYYY-MM-DD", "yyyy-mm-dd",
    "DD/MM/YYYY", "dd/mm/yyyy", "MM/DD/YYYY", "mm/dd/yyyy", "DD.MM.YYYY", "DD-MM-YYYY",
};
constexpr std::array<std::string_view, 1> kAboutForms = {
    "format*|pattern*|notation|style|written|writes|write|iso|spelled|spelt|parse*|accept*|expect*"};

// What opens the text of a form, and nothing that tells a story.
constexpr std::string_view kOrderVerbs =
    "describe|explain|summarize|summarise|provide|give|write|add|insert|briefly|shortly";
constexpr std::array<std::string_view, 3> kOrders = {
    "describe|explain|summarize|summarise what|how|why|which|who|when|where|the|your|any|briefly|in",
    "provide|give|write|add|insert a|an|the|your "
    "brief|short|detailed|concise|summary|description|overview|explanation",
    "briefly|shortly describe|explain|summarize|summarise",
};
// Places to look at: a form, a sign, a phrase. Which of the first two it is, if any, only its capitals tell.
constexpr std::array<std::string_view, 8> kPlaces = {
    "hh|xx|yyyy|dd|mm",
    "tbd|tba",
    "xxx",
    "todo|fixme",
    "lorem ipsum",
    "insert|enter|put|write|type|add|fill ... here",
    "to be determined|announced|confirmed|decided|written|completed|filled|defined|added|continued",
    "to be determined|announced|confirmed|decided|written|completed|filled|defined|added in|later|soon",
};
constexpr std::size_t kForm = 0, kOpen = 1, kMask = 2, kNote = 3, kLatin = 4;

constexpr std::string_view kBracketOpeners = "your|insert|fill|describe|enter|explain|replace|todo|tbd";
constexpr std::array<std::string_view, 12> kBracketed = {
    "name",       "date",     "time",     "author", "company",      "company name",
    "start time", "end time", "duration", "number", "service name", "description"};
constexpr std::size_t kLongestBracket = 80;

bool is_in(const auto& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

char byte_before(std::string_view text, std::size_t at) { return at > 0 ? text[at - 1] : ' '; }
char byte_behind(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : ' '; }

/// Whether nothing but quotes, brackets and stops stands around.
bool is_end(std::string_view rest) { return trim(rest).find_first_not_of(".!?)]>\"*_ \n") == kNone; }

/// Finds the places one word at a time.
class Finder {
 public:
  Finder(std::string_view text, bool gives_orders)
      : text_(text), first_word_(next_word(text, 0)), gives_orders_(gives_orders) {}

  std::vector<TextRange> find() {
    static const PhraseTable kTable(kPlaces);
    for (auto match = kTable.next(text_); match; match = kTable.next(text_, match->at.end)) {
      if (match->row == kForm) add_form(match->at);
      if (match->row > kForm && match->row < kLatin) add_sign(match->at, match->row);
      if (match->row == kLatin) found_.push_back(match->at);
      if (match->row > kLatin) add_blank(match->at);
    }
    add_brackets('[', ']');
    add_brackets('<', '>');
    if (!gives_orders_) add_order();
    std::sort(found_.begin(), found_.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });
    const auto overlaps = [](TextRange a, TextRange b) { return b.begin < a.end; };
    found_.erase(std::unique(found_.begin(), found_.end(), overlaps), found_.end());
    return std::move(found_);
  }

 private:
  /// Capitals make a sign of these words, and so does it to be all there is.
  void add_sign(TextRange word, std::size_t row) {
    const auto written = word.of(text_);
    const auto behind = next_word(text_, word.end);
    const bool is_all = first_word_.begin == word.begin && behind.begin == behind.end;
    if (is_all) return found_.push_back(word);
    if (written.find_first_of("abcdefghijklmnopqrstuvwxyz") != kNone) return;
    if (row == kMask && !stands_alone(word)) return;
    if (row == kNote && (gives_orders_ || is_spoken_of(word.begin) ||
                         is_like_any(behind.of(text_), "list*|item*|app*|comment*|mvc")))
      return;
    found_.push_back(word);
  }

  /// Behind "a" or "the": somebody tells of such a note.
  bool is_spoken_of(std::size_t at) const {
    const auto before =
        trim(text_.substr(at > kLongestBracket ? at - kLongestBracket : 0, std::min(at, kLongestBracket)));
    const auto last = before.substr(before.find_last_of(" \n(*_") + 1);
    return is_like_any(last, "a|an|the|this|that|our|your|my|as|of|every|each|like|following|stale|old|any");
  }

  /// Not part of a masked number or of a name, as in a telephone number.
  bool stands_alone(TextRange word) const {
    constexpr std::string_view kJoiners = ".-_/@#+&=";
    const char behind = byte_behind(text_, word.end);
    const bool is_joined_behind =
        kJoiners.find(behind) != kNone && !is_space(byte_behind(text_, word.end + 1));
    return kJoiners.find(byte_before(text_, word.begin)) == kNone && !is_joined_behind;
  }

  void add_form(TextRange word) {
    static const PhraseTable kAbout(kAboutForms);
    const auto rest = text_.substr(word.begin);
    for (const auto form : kForms) {
      if (!rest.starts_with(form)) continue;
      const char behind = byte_behind(rest, form.size());
      const bool goes_on = behind == ':' && is_letter(byte_behind(rest, form.size() + 1));
      if (is_letter(behind) || is_digit(behind) || goes_on || is_letter(byte_before(text_, word.begin)))
        return;
      if (!kAbout.is_in(around(word.begin))) found_.push_back({word.begin, word.begin + form.size()});
    }
  }

  /// The words before and behind `at` that may tell what it is.
  std::string_view around(std::size_t at) const {
    const std::size_t begin = at > kLongestBracket ? at - kLongestBracket : 0;
    return text_.substr(begin, at - begin + kLongestBracket);
  }

  void add_brackets(char open, char close_sign) {
    for (auto at = text_.find(open); at != kNone; at = text_.find(open, at + 1)) {
      if (is_letter(byte_before(text_, at)) || byte_before(text_, at) == '(') continue;  // "call([name])"
      const auto window = text_.substr(at + 1, kLongestBracket);
      const auto close = window.find(close_sign);
      if (close == kNone || window.substr(0, close).find('\n') != kNone) continue;
      const auto inside = window.substr(0, close);
      const auto first = next_word(inside, 0);
      const bool opens = first.begin == 0 && first.end > 0 &&
                         is_like_any(first.of(inside), kBracketOpeners) &&
                         (first.end == inside.size() || inside[first.end] == ' ');
      if (opens || (open == '[' && is_in(kBracketed, to_lower(trim(inside)))))
        found_.push_back({at, at + close + 2});
    }
  }

  /// Whether the phrase opens the text, or what stands behind its label or bracket.
  bool opens(std::size_t at) const {
    const auto before = trim(text_.substr(at > 4 ? at - 4 : 0, at > 4 ? 4 : at));
    return first_word_.begin == at || before.ends_with(':') || before.ends_with('(') || before.ends_with('[');
  }

  void add_blank(TextRange phrase) {
    if (opens(phrase.begin) && is_end(sentence_behind(phrase.end))) found_.push_back(phrase);
  }

  /// The next bytes, up to the end of what a label or a bracket opened.
  std::string_view sentence_behind(std::size_t at) const {
    const auto rest = text_.substr(at, kLongestBracket);
    const auto end = rest.find_first_of(".\n)]>");
    return end == kNone ? rest : rest.substr(0, end);
  }

  void add_order() {
    static const PhraseTable kTable(kOrders);
    const TextRange first = first_word_;
    if (!is_like_any(first.of(text_), kOrderVerbs)) return;
    const auto match = kTable.next(text_.substr(0, first.end + kLongestBracket));
    if (match && match->at.begin == first.begin) found_.push_back(match->at);
  }

  std::string_view text_;
  TextRange first_word_;
  bool gives_orders_;
  std::vector<TextRange> found_;
};

}  // namespace

std::vector<std::string_view> placeholder_phrases() {
  std::vector<std::string_view> phrases(kPlaces.begin(), kPlaces.end());
  phrases.insert(phrases.end(), kOrders.begin(), kOrders.end());
  return phrases;
}

std::vector<TextRange> find_placeholders(std::string_view text, bool gives_orders) {
  return Finder(text, gives_orders).find();
}

}  // namespace pmsite
