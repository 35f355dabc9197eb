// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// What incidents are grouped by.
enum class Facet { service, cause, severity, organization, tag };
inline constexpr Facet kFacets[] = {Facet::service, Facet::cause, Facet::severity, Facet::organization,
                                    Facet::tag};

/// The word for a facet in addresses: "services".
std::string_view folder_of(Facet facet);

/// Whether each term of a facet has feeds of its own.
bool has_feeds(Facet facet);

/// A term as a post states it.
struct TermName {
  std::string key;   ///< makes its address
  std::string name;  ///< what readers see
};

/// The terms of one facet under which a post is found, in the order in which it states them.
std::vector<TermName> terms_of(const Postmortem& post, Facet facet);

/// The part of an address that a key makes: its slug. Where that loses what tells names apart (letters beyond
/// ASCII, the signs of "C++" and "C#", the end of a long name), a hash of the whole key follows.
std::string term_slug(std::string_view key);

}  // namespace pmsite
