// SPDX-License-Identifier: MIT
#pragma once

#include "site/taxonomy.hpp"

#include <string_view>

namespace pmsite {

/// How a facet is called on pages.
struct FacetWords {
  std::string_view singular;  ///< "Service"
  std::string_view plural;    ///< "Services"
  std::string_view intro;     ///< a sentence above the list of its terms
};

const FacetWords& words_of(Facet facet);

/// What a term means, in a sentence, where the program knows: causes come from a closed list. Else empty.
std::string_view meaning_of(Facet facet, const Term& term);

}  // namespace pmsite
