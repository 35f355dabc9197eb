// SPDX-License-Identifier: MIT
#include "prose/durations.hpp"

#include "base/text.hpp"
#include "prose/clocks.hpp"
#include "prose/numbers.hpp"
#include "prose/scan.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace pmsite {
namespace {

using std::chrono::seconds;

constexpr auto kNone = std::string_view::npos;
constexpr int kMinute = 60, kHour = 3600, kDay = 86400, kWeek = 604800;

std::string_view behind(std::string_view text, std::size_t at) {
  return text.substr(std::min(at, text.size()));
}

/// The length of the unit that `word` names; 0 if it names none.
int unit_of(std::string_view word) {
  if (is_any_of(word, "minute", "minutes", "min", "mins")) return kMinute;
  if (is_any_of(word, "hour", "hours", "h", "hr", "hrs")) return kHour;
  if (is_any_of(word, "second", "seconds", "sec", "secs") || word == "s") return 1;
  if (is_any_of(word, "day", "days") || word == "d") return kDay;
  if (is_any_of(word, "week", "weeks")) return kWeek;
  return word == "m" ? kMinute : 0;
}

struct Unit {
  int length = 0;
  std::size_t end = 0;
};

/// "5m users", "2m rows": millions.
bool counts_things(std::string_view word) {
  return is_any_of(word, "users", "user", "requests", "rows", "records", "people", "customers", "messages",
                   "events", "queries", "visitors", "of", "orders", "files", "lines", "keys", "hits",
                   "entries", "times");
}

/// "the 90s", "503s": a decade, or responses of HTTP.
bool is_plural_of_number(std::string_view text, std::size_t at, const NumberScan& number) {
  if (number.value >= 400 && number.value < 600) return true;
  return is_any_of(word_before(text, at), "the", "early", "late", "mid") && number.value >= 10 &&
         static_cast<int>(number.value) % 10 == 0;
}

/// The unit behind the number that stands from `begin` to `end`.
Unit unit_behind(std::string_view text, std::size_t begin, const NumberScan& number, bool is_compound) {
  const auto end = begin + number.length;
  const bool is_hyphenated = byte_at(text, end) == '-' || behind(text, end).starts_with("\xE2\x80\x91");
  const auto at = is_hyphenated ? end + dash_length(text, end) : skip_gap(text, end);
  const auto word = word_at(text, at);
  const int length = unit_of(word);
  const auto unit_end = at + word.size();
  const bool is_attached = at == end;
  const bool joins_digit = is_digit(byte_at(text, unit_end)) && !is_attached;
  if (length == 0 || joins_digit || (number.in_words && (is_attached || word.size() < 2))) return {};
  if (is_attached && word == "s" && is_plural_of_number(text, begin, number)) return {};
  if (word == "m" && !is_compound && (!is_attached || counts_things(word_at(text, skip_gap(text, unit_end)))))
    return {};
  if (number.is_article && (length == 1 || word.ends_with('s'))) return {};
  return {length, unit_end};
}

/// Bytes of "and a half" at `at`, with hyphens or blanks; 0 if it is not there.
std::size_t half_length(std::string_view text, std::size_t at) {
  const auto begin = at;
  for (const std::string_view word : {"and", "a", "half"}) {
    at = byte_at(text, at) == '-' ? at + 1 : skip_gap(text, at);
    at = skip_word(text, at, word);
    if (at == kNone) return 0;
  }
  return at - begin;
}

/// The number at `at` with the half that may follow it: "two and a half", "2 1/2".
NumberScan mixed_number(std::string_view text, std::size_t at) {
  auto number = number_at(behind(text, at));
  if (number.length == 0) return number;
  const auto end = at + number.length;
  const auto blank = skip_blanks(text, end);
  if (behind(text, blank).starts_with("1/2") && blank > end && !is_word_byte(text, blank + 3)) {
    number.value += 0.5;
    number.length = blank + 3 - at;
  } else if (const auto half = half_length(text, end); half > 0 && !number.is_article) {
    number.value += 0.5;
    number.length += half;
  }
  if (byte_at(text, at + number.length) == '+') ++number.length;
  return number;
}

/// A duration under construction.
struct Draft {
  double length = 0, least = 0;
  int unit = 0;
  std::size_t end = 0;
  bool is_range = false;
};

/// "half an hour", "half-day", "quarter of an hour", "three quarters of an hour" at `at`.
std::optional<Draft> fraction_at(std::string_view text, std::size_t at) {
  double share = 1;
  auto word = word_at(text, at);
  if (is_any_of(word, "a", "one", "three")) {
    share = is_word(word, "three") ? 3 : 1;
    at = skip_gap(text, at + word.size());
    word = word_at(text, at);
  }
  if (is_word(word, "half")) {
    share *= 0.5;
  } else if (is_any_of(word, "quarter", "quarters")) {
    share *= 0.25;
  } else {
    return std::nullopt;
  }
  at += word.size();
  at = byte_at(text, at) == '-' ? at + 1 : skip_gap(text, at);
  for (const std::string_view filler : {"of", "an", "a"})
    if (const auto next = skip_word(text, at, filler); next != kNone) at = skip_gap(text, next);
  const auto unit_word = word_at(text, at);
  const int unit = is_any_of(unit_word, "hour", "day", "minute", "week", "second") ? unit_of(unit_word) : 0;
  if (unit == 0 || is_digit(byte_at(text, at + unit_word.size()))) return std::nullopt;
  return Draft{share * unit, share * unit, unit, at + unit_word.size(), false};
}

/// "1:30 hours", "10:30 minutes" at `at`.
std::optional<Draft> divided_at(std::string_view text, std::size_t at) {
  const auto number = number_at(behind(text, at));
  const auto colon = at + number.length;
  if (number.in_words || byte_at(text, colon) != ':') return std::nullopt;
  const auto digits = behind(text, colon + 1).substr(0, 2);
  const int part = parse_digits(digits);
  if (digits.size() != 2 || part < 0 || part > 59 || is_word_byte(text, colon + 3)) return std::nullopt;
  const auto word_begin = skip_gap(text, colon + 3);
  const auto word = word_at(text, word_begin);
  const int unit = unit_of(word);
  if (unit != kHour && unit != kMinute) return std::nullopt;
  if (unit == kHour && number.value < 24 && is_clock_of_hours(text, at)) return std::nullopt;
  const int smaller_unit = unit / 60;
  const double length = number.value * unit + part * smaller_unit;
  return Draft{length, length, smaller_unit, word_begin + word.size(), false};
}

/// Where the second number of "5-10 minutes", "two to three hours", "between 2 and 3 hours" begins; npos if
/// there is none.
std::size_t second_number(std::string_view text, std::size_t begin, std::size_t end) {
  auto at = skip_gap(text, end);
  if (const auto dash = dash_length(text, at); dash > 0) {
    at = skip_gap(text, at + dash);
    return is_digit(byte_at(text, at)) ? at : kNone;
  }
  const auto word = word_at(text, at);
  const bool joins =
      is_any_of(word, "to", "or") || (is_word(word, "and") && is_word(word_before(text, begin), "between"));
  return joins ? skip_gap(text, at + word.size()) : kNone;
}

std::optional<Draft> first_part(std::string_view text, std::size_t at) {
  const auto number = mixed_number(text, at);
  if (number.length == 0) return std::nullopt;
  if (const auto unit = unit_behind(text, at, number, false); unit.length > 0)
    return Draft{number.value * unit.length, number.value * unit.length, unit.length, unit.end, false};
  if (number.is_article) return std::nullopt;
  const auto second_at = second_number(text, at, at + number.length);
  if (second_at == kNone) return std::nullopt;
  const auto second = mixed_number(text, second_at);
  if (second.length == 0 || second.is_article || second.value <= number.value) return std::nullopt;
  const auto unit = unit_behind(text, second_at, second, false);
  if (unit.length == 0) return std::nullopt;
  return Draft{second.value * unit.length, number.value * unit.length, unit.length, unit.end, true};
}

/// "a couple of hours"
std::optional<Draft> couple_at(std::string_view text, std::size_t at) {
  auto next = skip_word(text, at, "a");
  if (next == kNone) return std::nullopt;
  next = skip_word(text, skip_gap(text, next), "couple");
  if (next == kNone) return std::nullopt;
  if (const auto of = skip_word(text, skip_gap(text, next), "of"); of != kNone) next = of;
  const auto word_begin = skip_gap(text, next);
  const auto word = word_at(text, word_begin);
  const int unit = word.ends_with('s') && word.size() > 3 ? unit_of(word) : 0;
  if (unit == 0) return std::nullopt;
  return Draft{2.0 * unit, 2.0 * unit, unit, word_begin + word.size(), true};
}

/// Takes the next part of "2 hours, 30 minutes", "1h30m", "an hour and a half"; false if there is none.
bool take_next_part(std::string_view text, Draft& draft) {
  if (const auto half = half_length(text, draft.end); half > 0) {
    draft.length += draft.unit / 2.0;
    draft.end += half;
    return false;
  }
  auto at = skip_gap(text, draft.end);
  if (byte_at(text, at) == ',') at = skip_gap(text, at + 1);
  if (byte_at(text, at) == '&') at = skip_gap(text, at + 1);
  if (const auto next = skip_word(text, at, "and"); next != kNone) at = skip_gap(text, next);
  const auto number = number_at(behind(text, at));
  if (number.length == 0 || number.is_article) return false;
  const auto unit = unit_behind(text, at, number, true);
  const bool is_short_form = at == draft.end && draft.unit == kHour && number.length == 2 && unit.length == 0;
  if (is_short_form && !is_word_byte(text, at + 2) && byte_at(text, at + 2) != ':' && number.value < 60) {
    draft.length += number.value * kMinute;
    draft.unit = kMinute;
    draft.end = at + 2;
    return false;
  }
  if (unit.length == 0 || unit.length >= draft.unit || number.value * unit.length >= draft.unit) return false;
  draft.length += number.value * unit.length;
  draft.unit = unit.length;
  draft.end = unit.end;
  return true;
}

/// Whether an article at `at` tells a rate rather than a length: "twice a day", "5 times an hour".
bool tells_rate(std::string_view text, std::size_t at) {
  return is_any_of(word_before(text, at), "once", "twice", "times", "time", "requests", "errors", "per",
                   "several", "dollars");
}

/// "2100 hours", said of a clock.
bool is_military_clock(std::string_view text, std::size_t at, const Draft& draft) {
  return draft.unit == kHour && clock_at(text, at, 0).has_value() && is_digit(byte_at(text, at + 3)) &&
         is_clock_of_hours(text, at);
}

std::optional<Draft> draft_at(std::string_view text, std::size_t at) {
  // Most words of a text begin no length of time.
  if (number_at(behind(text, at)).length == 0 && !is_any_of(word_at(text, at), "half", "quarter"))
    return std::nullopt;
  auto draft = fraction_at(text, at);
  if (!draft) draft = couple_at(text, at);
  if (draft) return draft;
  if (is_digit(text[at])) draft = divided_at(text, at);
  if (draft) return draft;
  draft = first_part(text, at);
  if (!draft) return draft;
  if (is_military_clock(text, at, *draft)) return std::nullopt;
  const double before = draft->length;
  constexpr int kMostParts = 4;
  for (int i = 0; i < kMostParts && !draft->is_range && take_next_part(text, *draft); ++i) continue;
  if (!draft->is_range) draft->least += draft->length - before;
  return draft;
}

bool is_approximate_behind(std::string_view text, std::size_t end) {
  const auto at = skip_gap(text, end);
  if (const auto next = skip_word(text, at, "or"); next != kNone)
    return is_any_of(word_at(text, skip_gap(text, next)), "so", "more", "less");
  return is_word(word_at(text, at), "plus") && byte_at(text, skip_gap(text, at + 4)) != ':';
}

}  // namespace

std::vector<DurationMention> find_durations(std::string_view text) {
  std::vector<DurationMention> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text, at) && text[at] != '\xC2') {
      ++at;
      continue;
    }
    const auto draft = may_begin_number(text, at) ? draft_at(text, at) : std::nullopt;
    if (draft) {
      const bool is_past = is_word(word_at(text, skip_gap(text, draft->end)), "ago");
      const bool is_approximate = draft->is_range || is_approximate_before(text, at) ||
                                  is_approximate_behind(text, draft->end) ||
                                  text.substr(at, draft->end - at).find('+') != kNone;
      const auto whole = [](double length) { return seconds{std::llround(length)}; };
      if (!is_past && !tells_rate(text, at))
        found.push_back({{at, draft->end},
                         whole(draft->length),
                         seconds{draft->unit},
                         is_approximate,
                         whole(draft->least)});
      at = draft->end;
      continue;
    }
    if (text[at] == '\xC2') ++at;
    while (is_word_byte(text, at)) ++at;
  }
  return found;
}

}  // namespace pmsite
