// SPDX-License-Identifier: MIT
#include "read/raw_labels.hpp"

#include "base/spelling.hpp"
#include "read/raw_label_names.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {
namespace {

constexpr std::size_t kMostWords = 12;

std::size_t count(std::string_view words) {
  return words.empty() ? 0 : static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

/// Whether `words` is `name`, or begins or ends with it and says little more.
bool matches(std::string_view words, const FieldName& name) {
  if (words.size() <= name.words.size() || name.match == Match::whole) return words == name.words;
  const auto rest = words.size() - name.words.size();
  const bool at_front = words[name.words.size()] == ' ' && words.starts_with(name.words);
  const bool at_end = words[rest - 1] == ' ' && words.ends_with(name.words);
  if (!(name.match == Match::front ? at_front : at_end)) return false;
  const auto own_words = count(name.words);
  return count(words) <= own_words + (own_words > 1 ? 8 : 4);
}

RawField field_of(std::string_view words) {
  if (count(words) > kMostWords) return RawField::none;
  const auto* found = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const FieldName& name) { return matches(words, name); });
  return found == kFields.end() ? RawField::none : found->field;
}

Role role_of(RawField field) {
  switch (field) {
    case RawField::impact:
      return Role::impact;
    case RawField::root_cause:
      return Role::cause;
    case RawField::resolution:
      return Role::resolution;
    case RawField::improvements:
    case RawField::tasks:
      return Role::measures;
    default:
      return Role::other;
  }
}

RawField field_of(Role role) {
  switch (role) {
    case Role::impact:
      return RawField::impact;
    case Role::cause:
      return RawField::root_cause;
    case Role::resolution:
      return RawField::resolution;
    case Role::detection:
      return RawField::detection;
    default:
      return RawField::none;
  }
}

struct LoosePhrase {
  std::string_view words;
  Role role;
};

// What a heading is about if these words stand in it, the surest first.
constexpr std::array kLoose = {
    LoosePhrase{"corrective and prevent", Role::measures},
    LoosePhrase{"preventative", Role::measures},
    LoosePhrase{"preventive", Role::measures},
    LoosePhrase{"prevention", Role::measures},
    LoosePhrase{"preventing", Role::measures},
    LoosePhrase{"corrective", Role::measures},
    LoosePhrase{"prevent this", Role::measures},
    LoosePhrase{"prevent it", Role::measures},
    LoosePhrase{"avoid this", Role::measures},
    LoosePhrase{"avoid such", Role::measures},
    LoosePhrase{"happening again", Role::measures},
    LoosePhrase{"happen again", Role::measures},
    LoosePhrase{"action items", Role::measures},
    LoosePhrase{"lessons learned", Role::lessons},
    LoosePhrase{"timeline", Role::timeline},
    LoosePhrase{"root cause", Role::cause},
    LoosePhrase{"issue summary", Role::summary},
    LoosePhrase{"incident summary", Role::summary},
    LoosePhrase{"executive summary", Role::summary},
    LoosePhrase{"resolution", Role::resolution},
};

RawLabel with_role(Role role, Role second = Role::other) {
  RawLabel label;
  label.role = role;
  label.second = second;
  if (second == Role::other) label.field = field_of(role);
  return label;
}

/// Main headings with a few words more: "Corrective and preventative measures that we took".
RawLabel read_longer(std::string_view words) {
  if (words.starts_with("corrective and prevent") || words.starts_with("preventative and corrective"))
    return with_role(Role::measures);
  if (words.starts_with("root cause and resolution")) return with_role(Role::cause, Role::resolution);
  return {};
}

RawLabel read_loosely(std::string_view words) {
  const auto holds = [&](std::string_view phrase) { return words.find(phrase) != std::string_view::npos; };
  if (holds("cause") && (holds("resolution") || holds("solution") || holds(" fix")))
    return with_role(Role::cause, Role::resolution);
  for (const auto& phrase : kLoose)
    if (holds(phrase.words)) return with_role(phrase.role);
  return {};
}

}  // namespace

RawLabel read_label(std::string_view heading) {
  constexpr std::size_t kLongestMain = 8;
  const std::string words = heading_words(heading);
  if (words.empty() || count(words) > kMostWords) return {};
  RawLabel label;
  if (const auto roles = roles_of_heading(words); !roles.empty()) {
    label.role = roles[0];
    if (roles.size() > 1) label.second = roles[1];
  } else if (count(words) <= kLongestMain) {
    label = read_longer(words);
  }
  if (label.second == Role::other) label.field = field_of(words);
  if (label.role == Role::other) label.role = role_of(label.field);
  if (label.field == RawField::none && label.second == Role::other) label.field = field_of(label.role);
  return label;
}

RawLabel read_heading(std::string_view heading) {
  if (const auto label = read_label(heading); label.is_known()) return label;
  if (const auto roles = roles_of_heading(heading); !roles.empty())
    return with_role(roles[0], roles.size() > 1 ? roles[1] : Role::other);
  const std::string words = heading_words(heading);
  return count(words) > kMostWords ? RawLabel{} : read_loosely(words);
}

RawLabel read_misspelt(std::string_view heading) {
  constexpr std::array<std::string_view, 9> kMain = {"issue summary",
                                                     "incident summary",
                                                     "timeline",
                                                     "root cause and resolution",
                                                     "root cause",
                                                     "resolution",
                                                     "corrective and preventative measures",
                                                     "corrective and preventive measures",
                                                     "preventative measures"};
  constexpr std::size_t kLongest = 45;
  if (heading.size() > kLongest) return {};
  const std::string words = heading_words(heading);
  for (const auto main : kMain) {
    const int most = main.size() < 12 ? 1 : main.size() < 20 ? 2 : 4;
    const auto apart = std::max(words.size(), main.size()) - std::min(words.size(), main.size());
    if (words.empty() || words[0] != main[0] || apart > static_cast<std::size_t>(most)) continue;
    if (edit_distance(words, main) <= most) return read_label(main);
  }
  return {};
}

}  // namespace pmsite
