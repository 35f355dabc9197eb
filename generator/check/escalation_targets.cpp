// SPDX-License-Identifier: MIT
#include "check/escalation_targets.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

/// People by what they are, in the singular.
constexpr auto kPeople = std::to_array<std::string_view>(
    {"administrator", "admin",      "architect",  "author",       "ceo",      "cio",         "ciso",
     "colleague",     "commander",  "consultant", "contractor",   "cto",      "dba",         "department",
     "desk",          "developer",  "devops",     "director",     "engineer", "engineering", "everybody",
     "everyone",      "expert",     "group",      "headquarters", "helpdesk", "lead",        "leader",
     "leadership",    "maintainer", "management", "manager",      "noc",      "on-call",     "oncall",
     "operator",      "operations", "ops",        "owner",        "partner",  "people",      "provider",
     "responder",     "soc",        "specialist", "squad",        "sre",      "staff",       "supplier",
     "support",       "team",       "vendor"});

/// What follows "to" where it does not lead to anybody: "to find the cause".
constexpr auto kDeeds = std::to_array<std::string_view>(
    {"analyse", "analyze", "assess", "avoid",    "be",      "check",     "debug",   "do",
     "ensure",  "find",    "fix",    "gain",     "get",     "have",      "improve", "inspect",
     "keep",    "look",    "make",   "mitigate", "prevent", "recover",   "reduce",  "resolve",
     "restore", "save",    "see",    "severity", "stop",    "understand"});

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '@' || static_cast<unsigned char>(c) >= 0x80;
}

bool names_people(std::string word) {
  if (contains(kPeople, word)) return true;
  if (word.ends_with('s')) word.pop_back();
  return contains(kPeople, word) || word.ends_with("-team") || word.starts_with("on-call");
}

/// "SEV1", "P0": how grave it became is not who was asked.
bool is_severity(std::string_view lower) {
  for (const std::string_view scale : {"sev", "sev-", "p"})
    if (lower.starts_with(scale) && lower.size() == scale.size() + 1 && is_digit(lower.back())) return true;
  return false;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Goes through the words of the text, one after the other.
class Reader {
 public:
  /// Whether the word, or it and those before it, name somebody. `opens` where it may be a capital for the
  /// sentence only.
  bool takes(std::string_view word, bool opens) {
    const std::string lower = to_lower(word);
    if (is_severity(lower)) return after_to_ = after_capital_ = false;
    const bool is_name = is_capital(word.front()) && (!opens || is_all_capitals(word));
    const bool follows_name = after_capital_ && is_capital(word.front());
    const bool found = word.front() == '@' || is_name || follows_name || names_people(lower) ||
                       (after_to_ && !contains(kDeeds, lower));
    after_to_ = lower == "to";
    after_capital_ = is_capital(word.front());
    return found;
  }

 private:
  static bool is_all_capitals(std::string_view word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital);
  }
  bool after_to_ = false, after_capital_ = false;
};

}  // namespace

bool names_escalation_target(std::string_view text) {
  Reader reader;
  bool opens = true;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      opens = opens || std::string_view(".!?:;").find(text[at]) != std::string_view::npos;
      ++at;
      continue;
    }
    const auto begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    if (reader.takes(text.substr(begin, at - begin), opens)) return true;
    opens = false;
  }
  return false;
}

}  // namespace pmsite
