// SPDX-License-Identifier: MIT
#include "render/facet_words.hpp"

#include "model/vocabulary.hpp"

#include <cassert>
#include <iterator>

namespace pmsite {
namespace {

/// In the order of CauseCategory.
constexpr std::string_view kMeanings[] = {
    "The code did what it was written to do, and that was wrong.",
    "A setting was changed, or had long been wrong, and no code was.",
    "Two versions that had to live together for a while could not.",
    "There was more to do than there was room, and something waited until it broke.",
    "One thing failed, and there was nothing to take its place.",
    "What failed belongs to somebody else, and much here stood on it.",
    "Machines, power or cables gave way.",
    "The step that would have caught it did not exist, or was nobody's.",
    "A program with good intentions did the damage, faster than anybody could stop it.",
    "Somebody who was not meant to got in, or might have.",
    "A clock, a date or a certificate had its day.",
    "The data was not what the code took for granted.",
    "Nobody has found out yet, which is said here rather than guessed.",
};

}  // namespace

const FacetWords& words_of(Facet facet) {
  static constexpr FacetWords kWords[] = {
      {"Service", "Services", "What broke, and how often."},
      {"Cause", "Causes", "Why things break, by kind. A kind that comes twice is a habit."},
      {"Severity", "Severities", "Incidents by how grave they were."},
      {"Organization", "Organizations", "Whose incidents are told here."},
      {"Tag", "Tags", "Incidents by what they have in common."},
  };
  static_assert(std::size(kWords) == std::size(kFacets));
  return kWords[static_cast<std::size_t>(facet)];
}

std::string_view meaning_of(Facet facet, const Term& term) {
  if (facet != Facet::cause) return {};
  const auto category = parse_word<CauseCategory>(term.key);
  assert(std::size(kMeanings) == words<CauseCategory>().size());
  return category ? kMeanings[static_cast<std::size_t>(*category)] : std::string_view();
}

}  // namespace pmsite
