// SPDX-License-Identifier: MIT
#include "read/event_words.hpp"

#include "base/spelling.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

/// Words one or two letters away from a kind that mean something else, so that an author may open an entry
/// with them. The forms of the kinds' own verbs ("resolves") are not here: they hide a milestone.
constexpr std::array<std::string_view, 47> kOtherWords = {
    "stated",     "starred",        "starved",      "stared",         "starter",      "startled",
    "smarted",    "charged",        "chanted",      "chanced",        "clanged",      "hanged",
    "change",     "changes",        "changer",      "detested",       "dejected",     "defected",
    "missed",     "misted",         "misfed",       "resolver",       "revolved",     "resoled",
    "verifier",   "versified",      "litigated",    "militated",      "mitigator",    "unmitigated",
    "escalator",  "deescalated",    "identifier",   "identifiers",    "unidentified", "investigator",
    "instigated", "reinvestigated", "communicator", "unacknowledged", "progressed",   "refreshed",
    "regretted",  "recessed",       "repressed",    "redressed",      "digressed"};

struct Synonym {
  std::string_view words;
  EventKind kind;
  EventKind other = EventKind::note;  ///< what it may mean as well
};

using enum EventKind;

// Only what names the milestone itself. A deed that may have led to it ("rolled back", "restarted") is a
// note.
constexpr std::array kSynonyms = {
    Synonym{"start", started},
    Synonym{"begin", started},
    Synonym{"begins", started},
    Synonym{"began", started},
    Synonym{"begun", started},
    Synonym{"beginning", started},
    Synonym{"onset", started},
    Synonym{"noticed", detected},
    Synonym{"alerted", detected},
    Synonym{"alarmed", detected},
    Synonym{"discovered", detected},
    Synonym{"spotted", detected},
    Synonym{"detection", detected},
    Synonym{"detecting", detected},
    Synonym{"paged", acknowledged, escalated},
    Synonym{"acked", acknowledged},
    Synonym{"acknowledgement", acknowledged},
    Synonym{"acknowledgment", acknowledged},
    Synonym{"acknowledging", acknowledged},
    Synonym{"declaring", declared},
    Synonym{"investigating", investigated},
    Synonym{"investigation", investigated},
    Synonym{"sidetracked", misled},
    Synonym{"misdiagnosed", misled},
    Synonym{"red herring", misled},
    Synonym{"dead end", misled},
    Synonym{"wrong path", misled},
    Synonym{"false lead", misled},
    Synonym{"rabbit hole", misled},
    Synonym{"wild goose chase", misled},
    Synonym{"escalating", escalated},
    Synonym{"escalation", escalated},
    Synonym{"identifying", identified},
    Synonym{"identification", identified},
    Synonym{"diagnosed", identified},
    Synonym{"pinpointed", identified},
    Synonym{"cause found", identified},
    Synonym{"root cause found", identified},
    Synonym{"mitigating", mitigated},
    Synonym{"mitigation", mitigated},
    Synonym{"contained", mitigated},
    Synonym{"stabilised", mitigated},
    Synonym{"stabilized", mitigated},
    Synonym{"communication", communicated},
    Synonym{"communicating", communicated},
    Synonym{"announced", communicated},
    Synonym{"recurred", regressed},
    Synonym{"reoccurred", regressed},
    Synonym{"relapsed", regressed},
    Synonym{"fixed", resolved, mitigated},
    Synonym{"recovered", resolved, mitigated},
    Synonym{"recovery", resolved, mitigated},
    Synonym{"restored", resolved, mitigated},
    Synonym{"solved", resolved},
    Synonym{"ended", resolved},
    Synonym{"resolution", resolved},
    Synonym{"resolving", resolved},
    Synonym{"all clear", resolved},
    Synonym{"verification", verified},
    Synonym{"verifying", verified},
    Synonym{"validated", verified},
};

/// What may stand before the word that counts: "Incident detected", "Root cause identified".
constexpr std::array<std::string_view, 13> kSubjects = {
    "incident", "issue",    "outage", "problem",    "impact", "alert",    "fault",
    "service",  "services", "cause",  "root cause", "fully",  "partially"};

/// The kind that `name` misspells: one edit away, or two where the kind is a long word.
std::vector<EventKind> misspelt(std::string_view name) {
  constexpr std::size_t kLong = 9;
  if (std::find(kOtherWords.begin(), kOtherWords.end(), name) != kOtherWords.end()) return {};
  if (!std::all_of(name.begin(), name.end(), is_letter)) return {};
  const auto meant = parse_word<EventKind>(nearest(name, candidates<EventKind>()));
  if (!meant || *meant == note || edit_distance(name, word(*meant)) > (word(*meant).size() >= kLong ? 2 : 1))
    return {};
  return {*meant};
}

std::vector<EventKind> synonymous(std::string_view words) {
  const auto found = std::find_if(kSynonyms.begin(), kSynonyms.end(),
                                  [words](const Synonym& each) { return each.words == words; });
  if (found == kSynonyms.end()) return {};
  if (found->other == note) return {found->kind};
  return {found->kind, found->other};
}

}  // namespace

std::vector<EventKind> meant_kinds(std::string_view words) {
  if (words.ends_with(':') || words.ends_with('.')) words.remove_suffix(1);
  if (auto kinds = synonymous(words); !kinds.empty()) return kinds;
  const auto blank = words.rfind(' ');
  if (blank == std::string_view::npos) return misspelt(words);
  const auto last = words.substr(blank + 1), before = words.substr(0, blank);
  if (std::find(kSubjects.begin(), kSubjects.end(), before) == kSubjects.end()) return {};
  const auto kind = parse_word<EventKind>(last);
  return kind && *kind != note ? std::vector<EventKind>{*kind} : synonymous(last);
}

}  // namespace pmsite
