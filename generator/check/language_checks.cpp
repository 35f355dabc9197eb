// SPDX-License-Identifier: MIT
#include "check/check.hpp"
#include "check/post_texts.hpp"
#include "prose/english.hpp"
#include "prose/phrases.hpp"
#include "prose/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// Calls `visit(text, where, is_cause)` for the prose of the front matter; `where` finds the place of a range
/// of `text`.
template <class Visit> void for_each_fact(const Postmortem& post, const Visit& visit) {
  for (const auto& fact : fact_texts(post))
    visit(fact, [&](TextRange range) { return fact.span(post, range.of(fact.text)); });
}

std::string quoted(std::string_view words) {
  std::string result = "`";
  for (const char c : words) result += c == '\n' ? ' ' : c;
  return result + "`";
}

bool tells_cause(Role role) { return role == Role::cause || role == Role::summary; }

/// What each part of the post says of a person's mistake as the cause.
std::vector<TextRange> human_causes(const FactText& fact) {
  if (fact.name != "root_cause.text" && fact.name != "summary") return {};
  return find_human_cause(fact.text, fact.name == "root_cause.text");
}

std::vector<TextRange> human_causes(const Passage& passage) {
  const bool is_judged =
      passage.has_telltale && tells_cause(passage.role) && !passage.is_heading && !passage.is_quoted;
  return is_judged ? find_human_cause(passage.text, false) : std::vector<TextRange>{};
}

void check_human_cause(const Subject& subject, const CheckReporter& report) {
  const auto tell = [&](Span at, std::string_view words) {
    report(at, fmt::format("{} ends the search for a cause where it begins", quoted(words)),
           "ask what let the mistake happen and go unnoticed: no check, two alike names, a step by hand");
  };
  for_each_fact(subject.post, [&](const FactText& fact, const auto& where) {
    for (const auto range : human_causes(fact)) tell(where(range), range.of(fact.text));
  });
  for (const auto& passage : subject.post.passages)
    for (const auto range : human_causes(passage)) tell(passage.span(range), range.of(passage.text));
}

/// The ranges that overlap none of `others`, both in order: the same words are reported once.
std::vector<TextRange> apart_from(std::vector<TextRange> ranges, const std::vector<TextRange>& others) {
  auto other = others.begin();
  std::erase_if(ranges, [&](TextRange range) {
    while (other != others.end() && other->end <= range.begin) ++other;
    return other != others.end() && other->begin < range.end;
  });
  return ranges;
}

std::string blame_help(std::string_view words) {
  if (is_like_any(words.substr(words.rfind(' ') + 1), "forgot|forgets|forgotten"))
    return "say what did not remind or check: \"Nothing in the deployment checked the new setting\"";
  return "say what happened and what made it possible: the guard, the warning or the check that was missing";
}

/// Whether a part of one of the names stands in the text.
bool mentions(const std::vector<std::string_view>& people, std::string_view text) {
  return std::any_of(people.begin(), people.end(), [text](std::string_view name) {
    return text.find(name.substr(0, name.find(' '))) != std::string_view::npos ||
           text.find(name.substr(name.rfind(' ') + 1)) != std::string_view::npos;
  });
}

void check_blame(const Subject& subject, const CheckReporter& report) {
  const auto people = people_of(subject.post);
  const auto tell = [&](Span at, std::string_view words) {
    report(at, fmt::format("{} judges a person", quoted(words)), blame_help(words));
  };
  for_each_fact(subject.post, [&](const FactText& fact, const auto& where) {
    if (const auto found = find_blame(fact.text, people); !found.empty())
      for (const auto range : apart_from(found, human_causes(fact))) tell(where(range), range.of(fact.text));
  });
  for (const auto& passage : subject.post.passages) {
    if (passage.is_quoted || !(passage.has_telltale || mentions(people, passage.text))) continue;
    if (const auto found = find_blame(passage.text, people); !found.empty())
      for (const auto range : apart_from(found, human_causes(passage)))
        tell(passage.span(range), range.of(passage.text));
  }
}

/// Whether a part tells what happened. Measures and lessons are the place for what should have been.
bool tells_past(Role role) { return role != Role::measures && role != Role::lessons && role != Role::other; }

void check_hindsight(const Subject& subject, const CheckReporter& report) {
  const auto tell = [&](Span at, std::string_view words) {
    report(at, fmt::format("{} looks at what happened with later knowledge", quoted(words)),
           "say what people saw and did at the time, and turn the rest into a measure");
  };
  for_each_fact(subject.post, [&](const FactText& fact, const auto& where) {
    for (const auto range : find_hindsight(fact.text)) tell(where(range), range.of(fact.text));
  });
  for (const auto& passage : subject.post.passages)
    if (passage.has_telltale && tells_past(passage.role) && !passage.is_heading && !passage.is_quoted)
      for (const auto range : find_hindsight(passage.text)) tell(passage.span(range), range.of(passage.text));
}

void check_english(const Subject& subject, const CheckReporter& report) {
  EnglishWords words;
  constexpr int kEnough = 300;  // words tell a language; the rest only costs time
  for (const auto& passage : subject.post.passages) {
    if (words.all >= kEnough) break;
    if (passage.is_quoted) continue;
    const EnglishWords here = count_english(passage.text);
    words.all += here.all;
    words.english += here.english;
  }
  if (is_english(words)) return;
  const auto& sections = subject.post.sections;
  report(sections.empty() ? subject.post.front_matter : sections.front().at,
         fmt::format("the text does not look like English: {} of its {} words are common English ones",
                     words.english, words.all),
         "write in English, which every reader of this site has in common");
}

constexpr std::array kChecks = {
    Check{{"blame-language", Level::warning,
           "Who is judged for a mistake hides the next one, and the guard that was missing stays missing.",
           "The intern forgot to renew the certificate.",
           "Nothing renewed the certificate or warned that it would expire.",
           "Google's SRE practice and PagerDuty's guide both keep postmortems blameless: people will only "
           "tell what "
           "they did where they are safe."},
          check_blame},
    Check{{"hindsight-language", Level::warning,
           "What should have been done explains nothing: it was not done, and that had reasons.",
           "We should have tested the rollback.", "The rollback had no test, since staging has no standby.",
           "PagerDuty's postmortem guide warns of telling an alternate reality; studies of accidents call it "
           "hindsight bias."},
          check_hindsight},
    Check{{"root-cause-human", Level::error,
           "A cause that ends at a person leads to no measure but to be more careful.",
           "text: Human error during a deployment.",
           "text: The deployment accepts a configuration that no server can read.",
           "PagerDuty never accepts one person's action as a root cause; AWS asks on until a mechanism is "
           "found."},
          check_human_cause},
    Check{{"not-english", Level::warning, "The course and this site are read in English.",
           "Seva ilianguka saa nne asubuhi, na wateja hawakuweza kulipa ...",
           "The server fell over at ten in the morning, and customers could not pay ...",
           "The course asks for English. Measured on 132 public postmortems: even the tersest has 15 % of "
           "common English "
           "words; other languages have 4 % at most."},
          check_english},
};

}  // namespace

std::span<const Check> language_checks() { return kChecks; }

}  // namespace pmsite
