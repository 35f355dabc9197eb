// SPDX-License-Identifier: MIT
#include "site/taxonomy.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pmsite {
namespace {

/// Where a severity stands in the site's scale; those that are not in it come last.
std::ptrdiff_t rank_of(const Term& term, const std::vector<std::string>& severities) {
  return std::find(severities.begin(), severities.end(), term.name) - severities.begin();
}

}  // namespace

std::vector<Term> group_by(Facet facet, const std::vector<const Postmortem*>& posts,
                           const std::vector<std::string>& severities) {
  std::map<std::string, Term> by_slug;
  for (const auto* post : posts) {
    for (auto& [key, name] : terms_of(*post, facet)) {
      const std::string slug = term_slug(key);
      Term& term = by_slug[slug];
      if (term.name.empty() || name < term.name) {
        term.key = std::move(key);
        term.name = std::move(name);
      }
      term.slug = slug;
      if (term.posts.empty() || term.posts.back() != post) term.posts.push_back(post);
    }
  }
  std::vector<Term> terms;
  for (auto& [slug, term] : by_slug) terms.push_back(std::move(term));
  if (facet == Facet::severity)
    std::stable_sort(terms.begin(), terms.end(), [&](const Term& a, const Term& b) {
      return rank_of(a, severities) < rank_of(b, severities);
    });
  return terms;
}

}  // namespace pmsite
