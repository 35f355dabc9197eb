// SPDX-License-Identifier: MIT
#pragma once

#include "site/site.hpp"

#include <string>

namespace pmsite {

/// A post as schema.org's TechArticle in JSON-LD, for search engines: what it is about, when it was published
/// and corrected, and by whom. Fit to stand in a <script> element, which no text of an author can close.
/// Sources: schema.org/TechArticle; Google's rules for article markup (a headline of at most 110 characters).
std::string structured_data(const Site& site, const Postmortem& post);

}  // namespace pmsite
