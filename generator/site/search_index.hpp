// SPDX-License-Identifier: MIT
#pragma once

#include "site/site.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace pmsite {

// What readers can search for. Every page is a row of units: first the page as a whole, with its title and
// what is known about it, then its sections. A unit's number is its place in the row of all of them.

/// Where in a unit a word stands; the later, the more it says about the unit. Names are those of services,
/// causes, severities, organizations and tags.
enum class WordPlace { text, summary, heading_or_name, title };
inline constexpr std::size_t kWordPlaces = 4;

/// A part of a page that a link can lead to.
struct SearchSection {
  std::string heading;  ///< as readers see it, on one line
  std::string anchor;
};

struct SearchDocument {
  std::string route;
  std::string title, summary;        ///< each on one line; the summary may be empty
  const Postmortem* post = nullptr;  ///< null for a page that is none
  std::vector<SearchSection> sections;
};

/// A word and the units it stands in, each once, under the place that says most. In no unit: a word that
/// every English text has.
struct SearchWord {
  std::string word;                                           ///< as SearchWords spells it
  std::array<std::vector<std::uint32_t>, kWordPlaces> units;  ///< by WordPlace; ascending
};

struct SearchIndex {
  std::vector<SearchDocument> documents;  ///< posts as the site has them, then pages
  std::vector<SearchWord> words;          ///< by their bytes; those that some text of the site has
};

/// The posts and pages that this build publishes, as words. Code is in; diagrams, links' addresses and raw
/// HTML are not.
SearchIndex search_index(const Site& site);

}  // namespace pmsite
