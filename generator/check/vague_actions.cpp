// SPDX-License-Identifier: MIT
#include "check/vague_actions.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

constexpr std::size_t kLeastWords = 3;
constexpr std::size_t kMostWordsOfReview = 4;

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

template <std::size_t N> bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Verbs that may go on for ever, and comparisons that name no measure.
constexpr std::array<std::string_view, 26> kVagueWords = {
    "better",      "consider",     "considering", "discuss",     "discussing",    "enhance",       "enhanced",
    "enhancing",   "ensure",       "ensuring",    "explore",     "exploring",     "improve",       "improved",
    "improvement", "improvements", "improving",   "investigate", "investigating", "investigation", "more",
    "rethink",     "strive",       "try",         "trying",      "think",
};

struct VaguePair {
  std::string_view first, second;
};
constexpr std::array kVaguePairs = {
    VaguePair{"look", "into"},   VaguePair{"looking", "into"},  VaguePair{"look", "at"},
    VaguePair{"looking", "at"},  VaguePair{"be", "careful"},    VaguePair{"be", "more"},
    VaguePair{"be", "aware"},    VaguePair{"be", "vigilant"},   VaguePair{"make", "sure"},
    VaguePair{"making", "sure"}, VaguePair{"pay", "attention"}, VaguePair{"pay", "more"},
    VaguePair{"take", "care"},   VaguePair{"take", "more"},
};

/// What may stand in front of the verb: "we should improve", "please ensure".
constexpr std::array<std::string_view, 11> kLeadIn = {"also",   "always", "have", "must", "need", "needs",
                                                      "please", "should", "to",   "we",   "will"};

/// The words of "Monitoring: add an alert" are those behind the colon, where there are enough of them.
std::vector<std::string_view> words_behind_label(std::string_view text) {
  const auto colon = text.find(": ");
  if (colon != std::string_view::npos)
    if (auto words = words_of(text.substr(colon + 1)); words.size() >= kLeastWords) return words;
  return words_of(text);
}

/// How many of the words from `first` on open the action without saying what will be there in the end; 0 if
/// they do.
std::size_t vague_words(const std::vector<std::string_view>& words, std::size_t first) {
  const auto has = [&](std::initializer_list<std::string_view> list) {
    return std::find_first_of(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), list.begin(),
                              list.end()) != words.end();
  };
  if (first >= words.size()) return 0;
  const std::string_view word = words[first];
  if (is_one_of(word, kVagueWords)) return 1;
  if (first + 1 < words.size())
    for (const auto& pair : kVaguePairs)
      if (word == pair.first && words[first + 1] == pair.second) return 2;
  if (word == "monitor" || word == "monitoring") return has({"better", "closely", "carefully"}) ? 1 : 0;
  // A review that leads to something, or looks for something, ends.
  if (word == "review" || word == "reviewing")
    return words.size() - first <= kMostWordsOfReview &&
                   !has({"and", "for", "against", "with", "to", "after", "before", "in", "at"})
               ? 1
               : 0;
  return 0;
}

constexpr std::array<std::string_view, 10> kRhythms = {"hourly",   "daily",      "nightly",   "weekly",
                                                       "biweekly", "monthly",    "quarterly", "yearly",
                                                       "annually", "fortnightly"};
constexpr std::array<std::string_view, 22> kOccasions = {
    "hour",       "day",    "night",  "morning",  "week",  "fortnight", "sprint",  "month",
    "quarter",    "year",   "commit", "push",     "merge", "build",     "release", "deploy",
    "deployment", "change", "pull",   "failover", "shift", "rollout",
};

/// Whether the words name a way, a tool or a rhythm, which somebody else can look for afterwards.
bool names_way(const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
    if (is_digit(word[0]) || is_one_of(word, kRhythms)) return true;
    if ((word == "using" || word == "via") && !next.empty()) return true;
    if ((word == "by" && next.ends_with("ing")) || (word == "to" && next == "include")) return true;
    if ((word == "every" || word == "each") && is_one_of(next, kOccasions)) return true;
  }
  return false;
}

bool holds_code(const Nodes& nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
    return node.kind == NodeKind::code || holds_code(node.children);
  });
}

}  // namespace

bool is_vague(const ActionItem& action, Vagueness& vagueness) {
  if (!action.details.empty() || holds_code(action.text)) return false;
  const std::string text = plain_text(action.text), lower = to_lower(text);
  const auto words = words_behind_label(lower);
  std::size_t first = 0;
  while (first < words.size() && is_one_of(words[first], kLeadIn)) ++first;
  const auto opening = vague_words(words, first);
  if ((opening == 0 && words.size() >= kLeastWords) || names_way(words)) return false;
  vagueness.words = static_cast<int>(words.size());
  if (opening > 0) {
    const auto begin = static_cast<std::size_t>(words[first].data() - lower.data());
    const auto& last = words[first + opening - 1];
    vagueness.opening =
        text.substr(begin, static_cast<std::size_t>(last.data() - words[first].data()) + last.size());
  }
  return true;
}

}  // namespace pmsite
