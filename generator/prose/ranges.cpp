// SPDX-License-Identifier: MIT
#include "prose/ranges.hpp"

#include "prose/scan.hpp"

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_joint_word(std::string_view word) {
  return is_any_of(word, "to", "until", "till", "til", "through", "thru");
}

/// Words that may stand between a joint and the time: "until about 10:00", "to the next day at".
bool is_filler(std::string_view word) {
  return is_any_of(word, "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "at",
                   "circa", "the", "next", "following", "day", "up", "on", "just");
}

/// The last word in front of `at` that is no filler.
std::string_view leading_word(std::string_view text, std::size_t at) {
  constexpr int kMostFillers = 4;
  std::string_view word;
  for (int i = 0; i < kMostFillers; ++i) {
    word = word_before(text, at);
    if (word.empty() || !is_filler(word) || is_word(word, "at")) return word;
    at = static_cast<std::size_t>(word.data() - text.data());
  }
  return word;
}

/// Behind the joint at `at`; npos if there is none. `with_and` counts "and".
std::size_t skip_joint(std::string_view text, std::size_t at, bool with_and) {
  at = skip_gap(text, at);
  if (byte_at(text, at) == ',' || byte_at(text, at) == ')') at = skip_gap(text, at + 1);
  if (is_word(word_at(text, at), "up")) at = skip_gap(text, at + 2);
  const auto word = word_at(text, at);
  if (is_joint_word(word) || (with_and && is_word(word, "and"))) return at + word.size();
  if (byte_at(text, at) == '~') return at + 1;
  if (text.substr(at < text.size() ? at : text.size()).starts_with("\xE2\x86\x92")) return at + 3;
  const auto dash = dash_length(text, at);
  if (dash == 0) return kNone;
  return byte_at(text, at + dash) == '>' ? at + dash + 1 : at + dash;
}

std::size_t skip_fillers(std::string_view text, std::size_t at) {
  constexpr int kMostFillers = 5;
  for (int i = 0; i < kMostFillers; ++i) {
    at = skip_gap(text, at);
    const char sign = byte_at(text, at);
    if (sign == '~' || sign == ',' || sign == '(') {
      ++at;
      continue;
    }
    const auto word = word_at(text, at);
    if (!is_filler(word)) break;
    at += word.size();
  }
  return skip_gap(text, at);
}

}  // namespace

bool joins_range(std::string_view text, std::size_t first, std::size_t begin, std::size_t end) {
  const bool with_and = is_word(leading_word(text, first), "between");
  const auto joint = skip_joint(text, begin, with_and);
  return joint != kNone && joint <= end && skip_fillers(text, joint) == end;
}

std::size_t second_of_range(std::string_view text, std::size_t first, std::size_t begin) {
  const bool with_and = is_any_of(leading_word(text, first), "between", "at", "from", "by");
  const auto joint = skip_joint(text, begin, with_and);
  return joint == kNone ? kNone : skip_fillers(text, joint);
}

}  // namespace pmsite
