// SPDX-License-Identifier: MIT
#include "prose/percentages.hpp"

#include "base/text.hpp"
#include "prose/numbers.hpp"
#include "prose/scan.hpp"
#include "prose/share_nouns.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

std::string_view behind(std::string_view text, std::size_t at) {
  return text.substr(std::min(at, text.size()));
}

/// Behind "%", "percent", "per cent" at `at`; npos if it is not there.
std::size_t skip_percent(std::string_view text, std::size_t at) {
  at = skip_gap(text, at);
  // "%20" is an address, "%s" a format.
  if (byte_at(text, at) == '%') return is_word_byte(text, at + 1) ? kNone : at + 1;
  for (const std::string_view word : {"percent", "pct"})
    if (const auto end = skip_word(text, at, word); end != kNone) return end;
  const auto per = skip_word(text, at, "per");
  return per == kNone ? kNone : skip_word(text, skip_gap(text, per), "cent");
}

/// Behind the joint of "40-60%", "40 to 60%", "between 40 and 60%"; npos if there is none.
std::size_t skip_joint(std::string_view text, std::size_t begin, std::size_t end) {
  const auto at = skip_gap(text, end);
  if (const auto dash = dash_length(text, at); dash > 0) return skip_gap(text, at + dash);
  const auto word = word_at(text, at);
  const auto lead = word_before(text, begin);
  // "From 5% to 40%" tells of a change.
  const bool joins = (is_any_of(word, "to", "or") && !is_word(lead, "from")) ||
                     (is_word(word, "and") && is_word(lead, "between"));
  return joins ? skip_gap(text, at + word.size()) : kNone;
}

/// Behind a "+" that makes a number a least one.
std::size_t skip_plus(std::string_view text, std::size_t at) {
  return byte_at(text, at) == '+' ? at + 1 : at;
}

using Share = std::optional<ShareMention>;

/// "37 %", "40-60%", "40% to 60%", "forty percent" at `at`; its `at` without the noun.
Share percent_at(std::string_view text, std::size_t at) {
  const auto number = number_at(behind(text, at));
  if (number.length == 0 || (number.is_article && number.length < 3)) return std::nullopt;
  ShareMention share{{at, 0}, number.value, number.value, false, number.in_words, ShareOf::other};
  const auto number_end = skip_plus(text, at + number.length);
  const auto percent_end = skip_percent(text, number_end);
  const auto joint = skip_joint(text, at, percent_end == kNone ? number_end : percent_end);
  if (joint != kNone) {
    const auto second = number_at(behind(text, joint));
    const auto end = second.length > 0 ? skip_percent(text, skip_plus(text, joint + second.length)) : kNone;
    if (end != kNone && second.value > number.value) {
      share.high = second.value;
      share.in_words = number.in_words && second.in_words;
      share.at.end = end;
      return share;
    }
  }
  if (percent_end == kNone) return std::nullopt;
  share.at.end = skip_plus(text, percent_end);
  share.approximate = number_end > at + number.length || share.at.end > percent_end;
  return share;
}

/// What a fraction is called: "third", "quarters"; 0 for another word.
int denominator(std::string_view word) {
  struct Name {
    std::string_view one;
    int parts;
  };
  constexpr std::array kNames = {Name{"third", 3}, Name{"quarter", 4}, Name{"fourth", 4}, Name{"fifth", 5},
                                 Name{"sixth", 6}, Name{"eighth", 8},  Name{"tenth", 10}};
  const auto one =
      word.size() > 1 && (word.back() == 's' || word.back() == 'S') ? word.substr(0, word.size() - 1) : word;
  for (const auto& name : kNames)
    if (is_word(one, name.one)) return name.parts;
  return 0;
}

/// Whether "of an hour", "of the day" stands at `at`: a length and no share.
bool is_of_time(std::string_view text, std::size_t at) {
  auto next = skip_gap(text, at);
  for (const std::string_view word : {"of", "an", "a", "the"})
    if (const auto end = skip_word(text, next, word); end != kNone) next = skip_gap(text, end);
  return is_any_of(word_at(text, next), "hour", "hours", "day", "minute", "week", "month", "year", "second",
                   "time", "century");
}

bool has_of(std::string_view text, std::size_t at) {
  return skip_word(text, skip_gap(text, at), "of") != kNone;
}

ShareMention worded(std::size_t begin, std::size_t end, double percent, bool in_words) {
  return {{begin, end}, percent, percent, false, in_words, ShareOf::other};
}

/// "half of", "half our users"
Share half_at(std::string_view text, std::size_t at, std::size_t begin) {
  const auto end = skip_word(text, at, "half");
  if (end == kNone || is_of_time(text, end)) return std::nullopt;
  if (has_of(text, end)) return worded(begin, end, 50, true);
  constexpr int kMostBefore = 3;
  const auto next = skip_gap(text, end);
  const bool is_told =
      is_any_of(word_at(text, next), "the", "our", "all", "their", "its", "your", "users", "customers");
  const auto noun = is_told && next > end ? share_noun_at(text, next, kMostBefore) : std::nullopt;
  if (!noun) return std::nullopt;
  auto share = worded(begin, noun->at.end, 50, true);
  share.of = noun->of;
  return share;
}

/// "a third of", "two-thirds of", "1/3 of"
Share fraction_at(std::string_view text, std::size_t at) {
  const auto number = number_at(behind(text, at));
  if (number.length == 0) return std::nullopt;
  auto next = at + number.length;
  if (byte_at(text, next) == '/') {
    const auto parts = number_at(behind(text, next + 1));
    const auto end = next + 1 + parts.length;
    const bool is_share =
        parts.length > 0 && number.value <= parts.value && parts.value > 0 && has_of(text, end);
    return is_share && !is_of_time(text, end)
               ? Share(worded(at, end, 100 * number.value / parts.value, false))
               : std::nullopt;
  }
  next = byte_at(text, next) == '-' ? next + 1 : skip_gap(text, next);
  if (number.in_words && number.value <= 1)
    if (const auto half = half_at(text, next, at)) return half;
  const auto word = word_at(text, next);
  const int parts = denominator(word);
  const auto end = next + word.size();
  const bool is_share =
      parts > 0 && number.value <= parts && number.value > 0 && has_of(text, end) && !is_of_time(text, end);
  return is_share ? Share(worded(at, end, 100 * number.value / parts, number.in_words)) : std::nullopt;
}

/// "one in five users", "9 out of 10 requests", "2 of 3 servers": only with a noun that is known, or any
/// count would be one.
Share ratio_at(std::string_view text, std::size_t at) {
  const auto number = number_at(behind(text, at));
  if (number.length == 0 || number.is_article) return std::nullopt;
  auto next = skip_gap(text, at + number.length);
  const auto word = word_at(text, next);
  if (!is_any_of(word, "in", "out", "of")) return std::nullopt;
  next = skip_gap(text, next + word.size());
  if (is_word(word, "out")) {
    const auto of = skip_word(text, next, "of");
    if (of == kNone) return std::nullopt;
    next = skip_gap(text, of);
  }
  for (const std::string_view filler : {"every", "the", "our"})
    if (const auto end = skip_word(text, next, filler); end != kNone) next = skip_gap(text, end);
  const auto whole = number_at(behind(text, next));
  const auto end = next + whole.length;
  constexpr double kLargestWhole = 1900;  // beyond, "3 in 2024" would be one
  if (whole.length == 0 || whole.is_article || whole.value < number.value || whole.value >= kLargestWhole ||
      whole.value <= 0)
    return std::nullopt;
  if (!share_noun_behind(text, end) || share_noun_behind(text, end)->at.begin == end) return std::nullopt;
  return worded(at, end, 100 * number.value / whole.value, number.in_words && whole.in_words);
}

/// "nobody was affected", "everyone was affected"; "everyone on the team noticed" is none.
Share everybody_at(std::string_view text, std::size_t at, std::string_view word) {
  const bool is_all = is_any_of(word, "everyone", "everybody");
  auto end = at + word.size();
  if (!is_all && !is_word(word, "nobody")) {
    if (!is_word(word, "no")) return std::nullopt;
    end = skip_word(text, skip_gap(text, end), "one");
    if (end == kNone) return std::nullopt;
  }
  auto next = skip_gap(text, end);
  for (const std::string_view filler : {"was", "is", "were"})
    if (const auto behind_filler = skip_word(text, next, filler); behind_filler != kNone)
      next = skip_gap(text, behind_filler);
  if (!is_any_of(word_at(text, next), "affected", "impacted", "hit", "lost", "could", "hurt", "unable",
                 "able"))
    return std::nullopt;
  auto share = worded(at, end, is_all ? 100 : 0, true);
  share.of = ShareOf::users;
  return share;
}

/// "all users", "every customer", "all of our servers", "no users", "none of our users"
Share whole_at(std::string_view text, std::size_t at, std::string_view word) {
  if (auto share = everybody_at(text, at, word)) return share;
  const bool is_all = is_any_of(word, "all", "every");
  if (!is_all && !is_any_of(word, "no", "none")) return std::nullopt;
  if (is_any_of(word_before(text, at), "not", "at", "of")) return std::nullopt;
  auto next = skip_gap(text, at + word.size());
  if (const auto of = skip_word(text, next, "of"); of != kNone)
    next = skip_gap(text, of);
  else if (is_word(word, "none"))
    return std::nullopt;
  for (const std::string_view filler : {"the", "our", "its", "their", "these"})
    if (const auto end = skip_word(text, next, filler); end != kNone) next = skip_gap(text, end);
  // "all 5,000 users"
  if (is_digit(byte_at(text, next))) next = skip_gap(text, next + number_at(behind(text, next)).length);
  constexpr int kMostBefore = 2;
  const auto noun = share_noun_at(text, next, kMostBefore);
  if (!noun) return std::nullopt;
  auto share = worded(at, noun->at.end, is_all ? 100 : 0, true);
  share.of = noun->of;
  return share;
}

/// "% of users affected: 40", "Users affected (%): 40" at the sign or word: a share whose number has no sign
/// of its own.
Share labelled_at(std::string_view text, std::size_t at) {
  const auto word = word_at(text, at);
  const bool is_sign = text[at] == '%';
  if (!is_sign && !is_any_of(word, "percentage", "percent", "share", "proportion")) return std::nullopt;
  auto next = skip_gap(text, at + (is_sign ? 1 : word.size()));
  auto noun = share_noun_before(text, at);
  if (const auto of = skip_word(text, next, "of"); of != kNone) {
    constexpr int kMostBefore = 3;
    noun = share_noun_at(text, of, kMostBefore);
    if (!noun) return std::nullopt;
    next = skip_gap(text, noun->at.end);
  }
  bool is_label = false;
  constexpr int kMostSteps = 6;
  for (int i = 0; i < kMostSteps && next < text.size() && !is_digit(text[next]); ++i) {
    const auto filler = word_at(text, next);
    const char sign = text[next];
    if (sign != ':' && sign != '=' && sign != ')' && sign != '|' && sign != '~' &&
        !is_any_of(filler, "affected", "impacted", "about", "around", "approximately", "roughly", "is", "was",
                   "nearly"))
      return std::nullopt;
    is_label = is_label || sign == ':' || sign == '=' || sign == '|' || is_any_of(filler, "is", "was");
    next = skip_gap(text, next + std::max<std::size_t>(filler.size(), 1));
  }
  const auto number = number_at(behind(text, next));
  const auto end = next + number.length;
  if (!is_label || number.length == 0 || number.in_words || number.value > 100 || is_word_byte(text, end))
    return std::nullopt;
  if (byte_at(text, end) == ':' || skip_percent(text, end) != kNone) return std::nullopt;
  return ShareMention{{noun ? std::min(noun->at.begin, at) : at, end},
                      number.value,
                      number.value,
                      is_approximate_before(text, next),
                      false,
                      noun ? noun->of : ShareOf::other};
}

/// Adds what the share is a share of, and whether it is told as one of many.
void complete(std::string_view text, ShareMention& share) {
  const auto begin = share.at.begin;
  share.approximate = share.approximate || is_approximate_before(text, begin);
  if (share.of != ShareOf::other) return;
  if (const auto noun = share_noun_behind(text, share.at.end)) {
    share.of = noun->of;
    share.at.end = std::max(share.at.end, noun->at.end);
  } else if (const auto before = share_noun_before(text, begin)) {
    share.of = before->of;
    share.at.begin = before->at.begin;
  }
}

/// Whether it is worth looking closer: most words of a text begin no share.
bool may_begin_share(std::string_view text, std::size_t at, std::string_view word) {
  return is_any_of(word, "all", "every", "no", "none", "nobody", "everyone", "everybody", "half",
                   "percentage", "percent", "share", "proportion") ||
         number_at(behind(text, at)).length > 0;
}

/// The share that begins at `at`, complete.
Share share_at(std::string_view text, std::size_t at) {
  if (text[at] == '%') return labelled_at(text, at);
  if (!may_begin_number(text, at)) return std::nullopt;
  const auto word = word_at(text, at);
  if (!may_begin_share(text, at, word)) return std::nullopt;
  if (auto whole = whole_at(text, at, word)) {
    whole->approximate = is_approximate_before(text, at);
    return whole;
  }
  auto share = percent_at(text, at);
  if (!share) share = fraction_at(text, at);
  if (!share) share = half_at(text, at, at);
  if (!share) share = ratio_at(text, at);
  if (share) complete(text, *share);
  return share ? share : labelled_at(text, at);
}

}  // namespace

std::vector<ShareMention> find_shares(std::string_view text) {
  std::vector<ShareMention> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text, at) && text[at] != '%') {
      ++at;
      continue;
    }
    const auto share = share_at(text, at);
    if (share) {
      // The noun in front may stand in the share before: "40% of users: 10%".
      const auto free_from = found.empty() ? 0 : found.back().at.end;
      found.push_back(*share);
      found.back().at.begin = std::max(share->at.begin, free_from);
      at = share->at.end;
      continue;
    }
    if (text[at] == '%') ++at;
    while (is_word_byte(text, at)) ++at;
  }
  return found;
}

}  // namespace pmsite
