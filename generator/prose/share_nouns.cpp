// SPDX-License-Identifier: MIT
#include "prose/share_nouns.hpp"

#include "base/text.hpp"
#include "prose/scan.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

struct NounKind {
  ShareOf of = ShareOf::other;
  bool is_known = false;
  bool may_lead =
      false;  ///< a singular like "user", which may only lead to the noun that counts: "user data"
};

bool is_users_noun(std::string_view word) {
  return is_any_of(word, "user", "customer", "visitor", "client", "student", "member", "shopper", "merchant",
                   "player", "account", "patient", "reader", "employee", "subscriber", "buyer", "seller",
                   "tenant", "viewer", "guest", "consumer", "developer");
}

bool is_requests_noun(std::string_view word) {
  return is_any_of(word, "request", "transaction", "order", "query", "call", "session", "checkout", "payment",
                   "login", "purchase", "booking");
}

bool is_machines_noun(std::string_view word) {
  return is_any_of(word, "server", "host", "node", "disk", "pod", "instance", "container", "database",
                   "machine", "replica", "vm");
}

NounKind noun_kind(std::string_view word) {
  if (is_any_of(word, "people", "staff", "audience", "userbase")) return {ShareOf::users, true, false};
  if (is_any_of(word, "traffic", "queries", "calls")) return {ShareOf::requests, true, false};
  if (is_any_of(word, "cpu", "cpus", "memory", "ram")) return {ShareOf::machines, true, false};
  const bool is_plural = word.size() > 2 && (word.back() == 's' || word.back() == 'S');
  const auto one = is_plural ? word.substr(0, word.size() - 1) : word;
  if (is_users_noun(one)) return {ShareOf::users, true, !is_plural};
  if (is_requests_noun(one)) return {ShareOf::requests, true, !is_plural};
  if (is_machines_noun(one)) return {ShareOf::machines, true, !is_plural};
  return {};
}

/// Words with which a noun phrase is over: verbs, prepositions, conjunctions.
bool ends_phrase(std::string_view word) {
  return is_any_of(word, "was", "were", "is", "are", "be", "been", "could", "can", "had", "has", "have",
                   "will", "would", "should", "who", "that", "which", "in", "on", "at", "for", "to", "from",
                   "with", "by", "during", "and", "or", "but", "as", "when", "while", "failed", "saw", "got",
                   "received", "lost", "returned", "did", "not", "noticed", "reported", "affected",
                   "impacted", "experienced", "worldwide", "globally", "using", "trying", "accessing",
                   "attempting", "than", "if", "because", "via", "through", "after", "before", "since",
                   "until", "facing", "served", "timed", "went", "encountered", "per", "too", "also",
                   "simultaneously", "online");
}

/// Whether "user" at the end `end` of the word stands for users, rather than in front of another noun: "user
/// data".
bool stands_alone(std::string_view text, std::size_t end) {
  const auto next = skip_gap(text, end);
  const auto word = word_at(text, next);
  if (byte_at(text, end) == '-') return false;
  return word.empty() || ends_phrase(word) ||
         is_any_of(word, "base", "population", "impact", "usage", "utilization", "utilisation");
}

/// Whether a word may stand between the noun and the share that follows it: "users affected: about 40%".
bool links_to_share(std::string_view word) {
  return is_any_of(word, "affected", "impacted", "impact", "share", "percentage", "percent", "usage", "use",
                   "utilization", "utilisation", "load", "reached", "was", "were", "is", "at", "by", "about",
                   "around", "approximately", "approx", "roughly", "nearly", "almost", "up", "to", "over",
                   "than", "more", "less", "under", "above", "dropped", "fell", "failed", "declined",
                   "exceeded", "hit", "an", "a", "estimated", "total", "concerned", "consumption", "space",
                   "rate");
}

/// Whether the share compares rather than counts: "users were 40% slower".
bool compares(std::string_view word) {
  return is_any_of(word, "slower", "faster", "higher", "lower", "more", "less", "fewer", "larger", "smaller",
                   "longer", "shorter");
}

}  // namespace

std::optional<ShareNoun> share_noun_at(std::string_view text, std::size_t at, int most_before) {
  std::optional<ShareNoun> found;
  // Behind the noun that was found, only further nouns count: "user requests".
  for (int i = 0; i <= most_before || found; ++i) {
    at = skip_gap(text, at);
    const auto word = word_at(text, at);
    if (word.empty()) break;
    const auto kind = noun_kind(word);
    const bool is_adjective = is_any_of(word, "affected", "impacted") || (at > 0 && text[at - 1] == '-');
    if (!kind.is_known && (found || (ends_phrase(word) && !is_adjective))) break;
    at += word.size();
    if (kind.is_known && (!kind.may_lead || stands_alone(text, at)))
      found = ShareNoun{kind.of, {at - word.size(), at}};
    if (kind.is_known && !kind.may_lead) break;
    if (byte_at(text, at) == '-') ++at;
  }
  return found;
}

std::optional<ShareNoun> share_noun_behind(std::string_view text, std::size_t at) {
  constexpr int kMostBefore = 5;
  auto next = skip_gap(text, at);
  if (byte_at(text, next) == ')') next = skip_gap(text, next + 1);
  const auto of = skip_word(text, next, "of");
  if (of == kNone) return share_noun_at(text, next, 0);
  const auto noun = share_noun_at(text, of, kMostBefore);
  return noun ? noun : ShareNoun{ShareOf::other, {at, at}};
}

std::optional<ShareNoun> share_noun_before(std::string_view text, std::size_t at) {
  constexpr int kMostSteps = 12;
  constexpr std::string_view kSigns = ":=(|~<>%)-";
  constexpr std::size_t kLongestShare = 32;
  const auto sign = text.substr(at, kLongestShare).find('%');
  if (sign != kNone && compares(word_at(text, skip_blanks(text, at + sign + 1)))) return std::nullopt;
  for (int i = 0; i < kMostSteps && at > 0; ++i) {
    const auto end = skip_gap_back(text, at);
    if (text.substr(end, at - end).find('\n') != kNone || end == 0) return std::nullopt;
    const auto dash = end >= 3 && dash_length(text, end - 3) == 3 ? 3U : 0U;
    if (dash > 0 || kSigns.find(text[end - 1]) != kNone) {
      at = end - std::max<std::size_t>(dash, 1);
      continue;
    }
    const auto word = word_ending_at(text, end);
    if (word.empty()) return std::nullopt;
    at = end - word.size();
    if (const auto kind = noun_kind(word); kind.is_known) return ShareNoun{kind.of, {at, end}};
    if (!links_to_share(word)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pmsite
