// SPDX-License-Identifier: MIT
#include "check/claim_words.hpp"

#include "base/text.hpp"
#include "prose/phrases.hpp"
#include "prose/scan.hpp"

#include <algorithm>
#include <vector>

namespace pmsite {
namespace {

/// The words of a clause; out of range there are empty ones.
class Words {
 public:
  explicit Words(std::string_view clause) {
    for (auto word = next_word(clause, 0); word.begin < word.end; word = next_word(clause, word.end)) {
      words_.push_back(word.of(clause));
      begins_.push_back(word.begin);
    }
  }
  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t i) const {
    return i < words_.size() ? words_[i] : std::string_view();
  }
  std::string_view before(std::size_t i, std::size_t steps) const {
    return i < steps ? std::string_view() : words_[i - steps];
  }
  std::size_t begin_of(std::size_t i) const { return begins_[i]; }

 private:
  std::vector<std::string_view> words_;
  std::vector<std::size_t> begins_;
};

bool is_article(std::string_view word) { return is_any_of(word, {"the", "this", "that", "our", "a", "an"}); }

bool is_incident_noun(std::string_view word) {
  return is_any_of(word, {"outage", "incident", "disruption", "interruption", "downtime", "degradation",
                          "unavailability", "blackout"});
}

/// "incident response", "issue tracker"
bool makes_other_noun(std::string_view next) {
  return is_any_of(next, {"response", "responders", "commander", "channel", "report", "reports", "review",
                          "tracker", "bridge", "management", "call", "team", "number", "page", "statement",
                          "manager", "process", "window"});
}

/// Words in front of an incident that make it another one: "last year's outage", "the provider's", "a similar
/// one".
bool tells_of_another(std::string_view word) {
  if (is_any_of(word,
                {"last",      "previous",  "earlier",   "prior",    "past",     "similar",   "first",
                 "second",    "third",     "other",     "another",  "later",    "next",      "longest",
                 "shortest",  "average",   "typical",   "such",     "any",      "no",        "every",
                 "each",      "planned",   "scheduled", "provider", "upstream", "vendor",    "supplier",
                 "party",     "potential", "possible",  "future",   "old",      "different", "separate",
                 "unrelated", "their",     "his",       "her",      "your",     "known",     "recurring",
                 "following", "january",   "february",  "march",    "april",    "may",       "june",
                 "july",      "august",    "september", "october",  "november", "december",  "without",
                 "final",     "worst",     "biggest",   "two",      "three",    "some",      "occasional"}))
    return true;
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// Words that leave an incident the one that the post is about.
bool is_plain_qualifier(std::string_view word) {
  return word.empty() || is_article(word) ||
         is_any_of(word, {"total",       "whole",    "entire",     "full",      "complete",  "partial",
                          "service",     "major",    "brief",      "short",     "resulting", "overall",
                          "actual",      "global",   "worldwide",  "site",      "website",   "production",
                          "visible",     "critical", "sudden",     "unplanned", "of",        "with",
                          "significant", "serious",  "unexpected", "minute",    "hour",      "long",
                          "customer",    "facing",   "severe",     "minor",     "caused",    "the"});
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "\u2019s"})
    if (word.size() > ending.size() && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  return word;
}

bool is_possessive(std::string_view word) { return without_possessive(word).size() < word.size(); }

bool is_temporal(std::string_view word) {
  return is_any_of(
      word, {"during", "before", "after", "since", "throughout", "until", "despite", "between", "behind"});
}

/// Reduces the words of one clause.
class Reducer {
 public:
  Reducer(const ClaimText& text, const Postmortem& post, const Words& words, TextRange length)
      : text_(text), post_(post), words_(words), length_(length) {
    bool tells_effort = false;
    for (std::size_t i = 0; i < words.size(); ++i)
      tells_effort =
          tells_effort || is_any_of(words[i], {"spent", "lost", "wasted", "cost", "chasing", "went"});
    if (tells_effort) collect_misled_words();
  }

  std::string_view reduce(std::size_t i) const {
    const auto word = words_[i];
    // Elsewhere, an issue may be any.
    const bool is_issue = text_.is_about_whole && is_any_of(word, {"issue", "problem"});
    if (is_issue || is_incident_noun(word)) return incident(i);
    if (is_customers_noun(word)) return is_part(i) ? word : "zcustomers";
    if (is_service(i)) return is_part(i) ? word : "zservice";
    if (tells_misled(word)) return "zmisled";
    return word;
  }

 private:
  std::string_view incident(std::size_t i) const {
    // Of "45-minute outage" neither word in front says whose it is.
    const bool is_measured =
        i > 0 && length_.begin <= words_.begin_of(i - 1) && words_.begin_of(i - 1) < length_.end;
    const auto one = is_measured ? std::string_view() : words_.before(i, 1);
    const auto two = is_measured ? std::string_view() : words_.before(i, 2);
    if (makes_other_noun(words_[i + 1]) || tells_of_another(one) ||
        (tells_of_another(two) && !is_article(one)))
      return words_[i];
    if (is_of_others(one) || is_of_others(two)) return words_[i];
    if (!text_.is_about_whole && !is_plain_qualifier(one) && !is_service(i - 1) && !is_possessive(one))
      return words_[i];
    const bool is_behind_moment = is_temporal(one) || (is_article(one) && is_temporal(two));
    return is_behind_moment ? "zaround" : "zincident";
  }

  /// "the provider's", but not "today's" or one's own name.
  bool is_of_others(std::string_view word) const {
    const auto owner = without_possessive(word);
    return is_possessive(word) && !is_own_name(owner) && !is_word(owner, "today");
  }

  static bool is_customers_noun(std::string_view word) {
    return is_any_of(word, {"users", "customers", "visitors", "students", "clients", "people", "readers",
                            "shoppers", "buyers", "members", "everyone", "everybody", "subscribers", "guests",
                            "learners", "viewers", "players", "employees", "merchants"});
  }

  bool is_own_name(std::string_view word) const {
    return !post_.organization.empty() && equal_ignoring_case(word, post_.organization);
  }

  bool is_service(std::size_t i) const {
    const auto word = words_[i];
    if (is_any_of(word, {"site", "website", "platform", "shop"}) || is_own_name(word)) return true;
    if (text_.is_about_whole && is_any_of(word, {"service", "services", "application", "app", "store", "api",
                                                 "system", "systems", "we"}))
      return true;
    return std::any_of(post_.services.begin(), post_.services.end(),
                       [&](const auto& service) { return equal_ignoring_case(service.value, word); });
  }

  /// "some customers", "a test site": what is true of them need not be true of all.
  bool is_part(std::size_t i) const {
    const auto one = words_.before(i, 1);
    if (is_of_others(one)) return true;
    return is_any_of(
        one, {"some",  "few",   "several",  "one",     "certain", "individual", "single", "no",     "other",
              "any",   "each",  "every",    "a",       "an",      "first",      "early",  "fewer",  "another",
              "these", "those", "internal", "staging", "test",    "status",     "admin",  "health", "demo"});
  }

  /// Words for going astray, and those of the timeline's own accounts of it.
  void collect_misled_words() {
    misled_words_ = {"misled",     "misleading", "wrong",      "herring", "herrings",
                     "suspecting", "suspected",  "hypothesis", "theory",  "false"};
    constexpr std::size_t kShortest = 5, kMost = 200;
    for (const auto& entry : post_.timeline) {
      if (entry.kind != EventKind::misled) continue;
      for (const auto& node : entry.text) {
        const std::string_view told = node.literal;
        for (auto each = next_word(told, 0); each.begin < each.end; each = next_word(told, each.end)) {
          if (misled_words_.size() == kMost) return;
          if (each.end - each.begin >= kShortest) misled_words_.push_back(each.of(told));
        }
      }
    }
  }

  bool tells_misled(std::string_view word) const {
    return std::any_of(misled_words_.begin(), misled_words_.end(),
                       [word](std::string_view each) { return equal_ignoring_case(each, word); });
  }

  const ClaimText& text_;
  const Postmortem& post_;
  const Words& words_;
  TextRange length_;                            ///< in the clause
  std::vector<std::string_view> misled_words_;  ///< only where an effort is told
};

/// Takes words off the end that only tone the length down: "about a", "more than", "a full".
class Toner {
 public:
  explicit Toner(std::vector<std::string_view>& words) : words_(words) {}

  /// The article or determiner among them, in lower case; empty if there is none.
  std::string_view strip() {
    std::string_view determiner;
    while (!words_.empty()) {
      const auto last = words_.back();
      if (is_any_of(last, {"a", "an"})) {
        determiner = "a";
      } else if (is_any_of(last, {"the", "our", "this", "total", "whole", "entire", "full"})) {
        determiner = "the";
      } else if (const auto count = count_toning(last); count > 0) {
        words_.resize(words_.size() - count + 1);
      } else {
        break;
      }
      words_.pop_back();
    }
    return determiner;
  }

 private:
  /// How many words at the end tone the length down together.
  std::size_t count_toning(std::string_view word) const {
    if (is_any_of(word, {"about", "around", "approximately", "approx", "roughly", "nearly", "almost", "some",
                         "just", "only", "circa", "ca", "estimated", "good", "over", "under", "above",
                         "below", "exceeding"}))
      return 1;
    const auto before = words_.size() < 2 ? std::string_view() : words_[words_.size() - 2];
    const bool is_pair = (is_word(word, "to") && is_any_of(before, {"up", "close"})) ||
                         (is_any_of(word, {"least", "most"}) && is_word(before, "at")) ||
                         (is_word(word, "than") &&
                          is_any_of(before, {"more", "less", "longer", "fewer", "shorter", "greater"}));
    return is_pair ? 2 : 0;
  }

  std::vector<std::string_view>& words_;
};

/// Which word stands for the length: "A five-minute outage" may be any, but in a summary it is the one it is
/// about.
std::string_view word_for_length(const ClaimText& text, std::string_view determiner, bool opens_clause) {
  const bool opens_title = text.passage == nullptr && opens_clause;
  const bool is_one = determiner == "the" || (determiner == "a" && text.is_about_whole) || opens_title;
  if (is_one) return "zlengththe";
  return text.is_about_whole ? "zlengthhere" : "zlength";
}

}  // namespace

std::string reduced_clause(const ClaimText& text, TextRange length, const Postmortem& post) {
  const TextRange clause = clause_around(text.text, length);
  const Words words(clause.of(text.text));
  const TextRange inside{length.begin - clause.begin, length.end - clause.begin};
  const Reducer reducer(text, post, words, inside);
  std::vector<std::string_view> reduced;
  bool is_written = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.begin_of(i) < inside.begin || words.begin_of(i) >= inside.end) {
      reduced.push_back(reducer.reduce(i));
    } else if (!is_written) {
      is_written = true;
      const auto determiner = Toner(reduced).strip();
      reduced.push_back(word_for_length(text, determiner, reduced.empty()));
    }
  }
  std::string line;
  for (const auto word : reduced) line.append(line.empty() ? "" : " ").append(word);
  return line;
}

}  // namespace pmsite
