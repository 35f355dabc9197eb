// SPDX-License-Identifier: MIT
#include "read/sections.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace pmsite {
namespace {

struct Synonym {
  std::string_view heading;  ///< lower case, words only
  Role role;
  Role second = Role::other;  ///< where one heading announces two things
};

// The names under which real postmortems write their sections, without what incident_words() takes away.
constexpr std::array kSynonyms = {
    Synonym{"summary", Role::summary},
    Synonym{"issue summary", Role::summary},
    Synonym{"executive summary", Role::summary},
    Synonym{"summary of issues", Role::summary},
    Synonym{"summary of incidents", Role::summary},
    Synonym{"tl dr", Role::summary},
    Synonym{"tldr", Role::summary},
    Synonym{"synopsis", Role::summary},
    Synonym{"overview", Role::summary},
    Synonym{"description", Role::summary},
    Synonym{"at a glance", Role::summary},
    Synonym{"what happened", Role::summary},
    Synonym{"problem statement", Role::summary},
    Synonym{"summation of the incident", Role::summary},
    Synonym{"impact", Role::impact},
    Synonym{"customer impact", Role::impact},
    Synonym{"user impact", Role::impact},
    Synonym{"business impact", Role::impact},
    Synonym{"impact on users", Role::impact},
    Synonym{"impact analysis", Role::impact},
    Synonym{"impact assessment", Role::impact},
    Synonym{"timeline", Role::timeline},
    Synonym{"events timeline", Role::timeline},
    Synonym{"timeline of events", Role::timeline},
    Synonym{"timeline of the events", Role::timeline},
    Synonym{"chronology", Role::timeline},
    Synonym{"chronology of events", Role::timeline},
    Synonym{"sequence of events", Role::timeline},
    Synonym{"detailed timeline", Role::timeline},
    Synonym{"time line", Role::timeline},
    Synonym{"root cause resolution", Role::cause, Role::resolution},
    Synonym{"root cause fix", Role::cause, Role::resolution},
    Synonym{"root cause solution", Role::cause, Role::resolution},
    Synonym{"cause resolution", Role::cause, Role::resolution},
    Synonym{"root cause", Role::cause},
    Synonym{"root causes", Role::cause},
    Synonym{"root cause analysis", Role::cause},
    Synonym{"root cause explanation", Role::cause},
    Synonym{"root cause details", Role::cause},
    Synonym{"root cause description", Role::cause},
    Synonym{"root cause identification", Role::cause},
    Synonym{"rca", Role::cause},
    Synonym{"main cause", Role::cause},
    Synonym{"primary cause", Role::cause},
    Synonym{"underlying cause", Role::cause},
    Synonym{"cause", Role::cause},
    Synonym{"causes", Role::cause},
    Synonym{"contributing factors", Role::cause},
    Synonym{"contributing causes", Role::cause},
    Synonym{"trigger", Role::cause},
    Synonym{"fault", Role::cause},
    Synonym{"summation", Role::cause},
    Synonym{"why it happened", Role::cause},
    Synonym{"why did it happen", Role::cause},
    Synonym{"why did this happen", Role::cause},
    Synonym{"how did it happen", Role::cause},
    Synonym{"how did this happen", Role::cause},
    Synonym{"resolution", Role::resolution},
    Synonym{"resolutions", Role::resolution},
    Synonym{"resolution and recovery", Role::resolution},
    Synonym{"recovery and resolution", Role::resolution},
    Synonym{"recovery", Role::resolution},
    Synonym{"solution", Role::resolution},
    Synonym{"solution and recovery", Role::resolution},
    Synonym{"mitigation", Role::resolution},
    Synonym{"remediation", Role::resolution},
    Synonym{"fix", Role::resolution},
    Synonym{"the fix", Role::resolution},
    Synonym{"resolution explanation", Role::resolution},
    Synonym{"resolution details", Role::resolution},
    Synonym{"resolution steps", Role::resolution},
    Synonym{"mitigation and resolution", Role::resolution},
    Synonym{"resolution and mitigation", Role::resolution},
    Synonym{"how it was fixed", Role::resolution},
    Synonym{"how we fixed it", Role::resolution},
    Synonym{"how it was resolved", Role::resolution},
    Synonym{"how was it fixed", Role::resolution},
    Synonym{"how was it resolved", Role::resolution},
    Synonym{"how we resolved it", Role::resolution},
    Synonym{"detection", Role::detection},
    Synonym{"how we found out", Role::detection},
    Synonym{"how it was detected", Role::detection},
    Synonym{"corrective and preventative measures", Role::measures},
    Synonym{"corrective and preventive measures", Role::measures},
    Synonym{"corrective and preventative actions", Role::measures},
    Synonym{"corrective and preventive actions", Role::measures},
    Synonym{"corrective preventative", Role::measures},
    Synonym{"corrective preventive", Role::measures},
    Synonym{"corrective preventative measures", Role::measures},
    Synonym{"corrective preventive measures", Role::measures},
    Synonym{"corrective preventative actions", Role::measures},
    Synonym{"corrective preventive actions", Role::measures},
    Synonym{"corrective and preventative", Role::measures},
    Synonym{"corrective and preventive", Role::measures},
    Synonym{"corrective and preventative steps", Role::measures},
    Synonym{"corrective and preventive steps", Role::measures},
    Synonym{"corrective and preventing measures", Role::measures},
    Synonym{"corrections and preventions", Role::measures},
    Synonym{"correction and prevention", Role::measures},
    Synonym{"corrective measures", Role::measures},
    Synonym{"corrective actions", Role::measures},
    Synonym{"corrective action", Role::measures},
    Synonym{"corrective steps", Role::measures},
    Synonym{"preventative measures", Role::measures},
    Synonym{"preventive measures", Role::measures},
    Synonym{"preventative actions", Role::measures},
    Synonym{"preventive actions", Role::measures},
    Synonym{"preventative and corrective measures", Role::measures},
    Synonym{"preventive and corrective measures", Role::measures},
    Synonym{"preventing measures", Role::measures},
    Synonym{"prevention", Role::measures},
    Synonym{"prevention measures", Role::measures},
    Synonym{"future prevention", Role::measures},
    Synonym{"preventing recurrence", Role::measures},
    Synonym{"measures", Role::measures},
    Synonym{"action items", Role::measures},
    Synonym{"follow up actions", Role::measures},
    Synonym{"next steps", Role::measures},
    Synonym{"recommendations", Role::measures},
    Synonym{"measures against such problem in future", Role::measures},
    Synonym{"lessons learned", Role::lessons},
    Synonym{"lessons", Role::lessons},
    Synonym{"lessons learnt", Role::lessons},
    Synonym{"what we learned", Role::lessons},
    Synonym{"key takeaways", Role::lessons},
    Synonym{"takeaways", Role::lessons},
};

const Synonym* find_synonym(std::string_view words) {
  const auto* found = std::find_if(kSynonyms.begin(), kSynonyms.end(),
                                   [&](const Synonym& synonym) { return synonym.heading == words; });
  return found == kSynonyms.end() ? nullptr : found;
}

/// "Outage summary", "Summary of the outage" and "Summary" are one; "Outage" alone stays.
std::string_view without_incident(std::string_view words) {
  constexpr std::array<std::string_view, 12> kBefore = {"the ",   "our ",      "brief ",   "detailed ",
                                                        "issue ", "incident ", "problem ", "outage ",
                                                        "event ", "events ",   "service ", "service outage "};
  constexpr std::array<std::string_view, 7> kNouns = {"issue",  "incident", "problem", "outage",
                                                      "events", "event",    "failure"};
  // The course's own headings, copied with their questions.
  if (constexpr std::string_view kMust = " must contain"; words.ends_with(kMust))
    words.remove_suffix(kMust.size());
  for (const auto& prefix : kBefore)
    if (words.starts_with(prefix)) words.remove_prefix(prefix.size());
  for (const auto& noun : kNouns) {
    if (!words.ends_with(noun)) continue;
    const auto rest = words.substr(0, words.size() - noun.size());
    for (const std::string_view joint : {" of the ", " of ", " of an ", " of this "})
      if (rest.ends_with(joint)) return rest.substr(0, rest.size() - joint.size());
  }
  return words;
}

std::vector<Role> roles_of_words(std::string_view heading) {
  const std::string words = heading_words(heading);
  const auto* synonym = find_synonym(words);
  if (synonym == nullptr) synonym = find_synonym(without_incident(words));
  if (synonym != nullptr && synonym->second != Role::other) return {synonym->role, synonym->second};
  if (synonym != nullptr) return {synonym->role};
  for (const std::string_view joint : {" and ", " or "}) {
    const auto at = words.find(joint);
    if (at == std::string::npos) continue;
    const auto* first = find_synonym(without_incident(std::string_view(words).substr(0, at)));
    const auto* second = find_synonym(without_incident(std::string_view(words).substr(at + joint.size())));
    if (first != nullptr && second != nullptr && first->role != second->role)
      return {first->role, second->role};
  }
  return {};
}

/// Without "IV." or "b)" at the front.
std::string_view without_number(std::string_view heading) {
  const auto end = heading.find_first_of(".) ");
  if (end == std::string_view::npos || end == 0 || end > 4 || heading[end] == ' ') return heading;
  const auto number = heading.substr(0, end);
  const bool roman = number.find_first_not_of("IVXivx") == std::string_view::npos;
  return roman || (end == 1 && is_letter(number[0])) ? heading.substr(end + 1) : heading;
}

/// The parts of a heading beside its first colon or dash, the one behind first.
std::vector<std::string_view> parts_of(std::string_view heading) {
  constexpr std::array<std::string_view, 6> kDividers = {":", " - ", " – ", " — ", " | ", "! "};
  for (const auto divider : kDividers) {
    const auto at = heading.find(divider);
    if (at != std::string_view::npos) return {heading.substr(at + divider.size()), heading.substr(0, at)};
  }
  return {};
}

void assign_anchors(Nodes& blocks, std::set<std::string>& used, std::map<std::string, int>& next_number) {
  for (auto& block : blocks) {
    if (block.kind != NodeKind::heading) {
      if (!is_inline(block.kind)) assign_anchors(block.children, used, next_number);
      continue;
    }
    std::string slug = slugify(plain_text(block));
    if (slug.empty()) slug = "section";
    block.title = "s-" + slug;
    // The count per slug keeps a thousand equal headings linear; the set catches "impact-2" written by hand.
    while (!used.insert(block.title).second)
      block.title = "s-" + slug + "-" + std::to_string(++next_number[slug] + 1);
  }
}

/// Whether a heading is part of the section before it.
bool stays_inside(int level, const std::vector<Role>& roles, const Section& before) {
  if (level <= before.level) return false;
  // Entries and action items are read from the sections of these roles. "Action items" below "Corrective
  // measures" are among the measures already.
  for (const auto role : {Role::timeline, Role::measures})
    if (std::find(roles.begin(), roles.end(), role) != roles.end() && !before.has_role(role)) return false;
  return roles.empty() || before.roles.front() != Role::other;
}

}  // namespace

void assign_anchors(Nodes& blocks) {
  std::set<std::string> used;
  std::map<std::string, int> next_number;
  assign_anchors(blocks, used, next_number);
}

std::string heading_words(std::string_view heading) {
  std::string words;
  int brackets = 0;
  for (const char c : to_lower(without_number(heading))) {
    if (c == '(' || c == '[') ++brackets;
    if (brackets == 0 && (is_letter(c) || (is_digit(c) && !words.empty()))) {
      words += c;
    } else if (brackets == 0 && c == '&') {
      words += words.empty() || words.back() == ' ' ? "and " : " and ";
    } else if (brackets == 0 && c != '\'' && !words.empty() && words.back() != ' ') {
      words += ' ';
    }
    if ((c == ')' || c == ']') && brackets > 0) --brackets;
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

std::vector<Role> roles_of_heading(std::string_view heading) {
  if (auto roles = roles_of_words(heading); !roles.empty()) return roles;
  for (const auto part : parts_of(heading))
    if (auto roles = roles_of_words(part); !roles.empty()) return roles;
  return {};
}

SplitBody split_sections(Nodes blocks) {
  SplitBody body;
  for (auto& block : blocks) {
    if (block.kind != NodeKind::heading) {
      (body.sections.empty() ? body.preamble : body.sections.back().blocks).push_back(std::move(block));
      continue;
    }
    auto roles = roles_of_heading(plain_text(block));
    if (!body.sections.empty() && stays_inside(block.level, roles, body.sections.back())) {
      auto& around = body.sections.back();
      around.roles_inside.insert(around.roles_inside.end(), roles.begin(), roles.end());
      around.blocks.push_back(std::move(block));
    } else {
      if (roles.empty()) roles.push_back(Role::other);
      body.sections.push_back({block.at,
                               block.level,
                               std::move(block.children),
                               std::move(block.title),
                               std::move(roles),
                               {},
                               {}});
    }
  }
  return body;
}

}  // namespace pmsite
