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

// The names under which real postmortems write their sections.
constexpr std::array kSynonyms = {
    Synonym{"issue summary", Role::summary},
    Synonym{"incident summary", Role::summary},
    Synonym{"problem summary", Role::summary},
    Synonym{"outage summary", Role::summary},
    Synonym{"event summary", Role::summary},
    Synonym{"executive summary", Role::summary},
    Synonym{"summary of issues", Role::summary},
    Synonym{"summary of incident", Role::summary},
    Synonym{"summary of the incident", Role::summary},
    Synonym{"summary of outage", Role::summary},
    Synonym{"summary", Role::summary},
    Synonym{"tl dr", Role::summary},
    Synonym{"tldr", Role::summary},
    Synonym{"synopsis", Role::summary},
    Synonym{"issue synopsis", Role::summary},
    Synonym{"overview", Role::summary},
    Synonym{"issue overview", Role::summary},
    Synonym{"incident overview", Role::summary},
    Synonym{"issue description", Role::summary},
    Synonym{"incident description", Role::summary},
    Synonym{"what happened", Role::summary},
    Synonym{"impact", Role::impact},
    Synonym{"customer impact", Role::impact},
    Synonym{"user impact", Role::impact},
    Synonym{"timeline", Role::timeline},
    Synonym{"incident timeline", Role::timeline},
    Synonym{"outage timeline", Role::timeline},
    Synonym{"events timeline", Role::timeline},
    Synonym{"timeline of events", Role::timeline},
    Synonym{"chronology", Role::timeline},
    Synonym{"root cause and resolution", Role::cause, Role::resolution},
    Synonym{"root cause resolution", Role::cause, Role::resolution},
    Synonym{"root cause or resolution", Role::cause, Role::resolution},
    Synonym{"root cause and solution", Role::cause, Role::resolution},
    Synonym{"root cause and fix", Role::cause, Role::resolution},
    Synonym{"cause and resolution", Role::cause, Role::resolution},
    Synonym{"root cause", Role::cause},
    Synonym{"root causes", Role::cause},
    Synonym{"root cause analysis", Role::cause},
    Synonym{"root cause explanation", Role::cause},
    Synonym{"main cause", Role::cause},
    Synonym{"cause", Role::cause},
    Synonym{"causes", Role::cause},
    Synonym{"contributing factors", Role::cause},
    Synonym{"resolution", Role::resolution},
    Synonym{"resolution and recovery", Role::resolution},
    Synonym{"recovery", Role::resolution},
    Synonym{"solution", Role::resolution},
    Synonym{"mitigation", Role::resolution},
    Synonym{"remediation", Role::resolution},
    Synonym{"detection", Role::detection},
    Synonym{"how we found out", Role::detection},
    Synonym{"corrective and preventative measures", Role::measures},
    Synonym{"corrective and preventive measures", Role::measures},
    Synonym{"corrective and preventative actions", Role::measures},
    Synonym{"corrective and preventive actions", Role::measures},
    Synonym{"corrective preventative", Role::measures},
    Synonym{"corrective preventive", Role::measures},
    Synonym{"corrective measures", Role::measures},
    Synonym{"corrective actions", Role::measures},
    Synonym{"preventative measures", Role::measures},
    Synonym{"preventive measures", Role::measures},
    Synonym{"preventative actions", Role::measures},
    Synonym{"preventing measures", Role::measures},
    Synonym{"prevention", Role::measures},
    Synonym{"future prevention", Role::measures},
    Synonym{"action items", Role::measures},
    Synonym{"follow up actions", Role::measures},
    Synonym{"lessons learned", Role::lessons},
    Synonym{"lessons", Role::lessons},
    Synonym{"what we learned", Role::lessons},
};

/// Words only, lower case, one blank between them; brackets with what they hold and leading numbers are
/// dropped.
std::string normalized(std::string_view heading) {
  std::string words;
  int brackets = 0;
  for (const char c : to_lower(heading)) {
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

std::vector<Role> roles_of_words(std::string_view heading) {
  const std::string words = normalized(heading);
  for (const auto& synonym : kSynonyms) {
    if (synonym.heading != words) continue;
    if (synonym.second == Role::other) return {synonym.role};
    return {synonym.role, synonym.second};
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

std::vector<Role> roles_of_heading(std::string_view heading) {
  if (auto roles = roles_of_words(heading); !roles.empty()) return roles;
  const auto colon = heading.find(':');
  if (colon == std::string_view::npos) return {};
  if (auto roles = roles_of_words(heading.substr(colon + 1)); !roles.empty()) return roles;
  return roles_of_words(heading.substr(0, colon));
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
