// SPDX-License-Identifier: MIT
#include "site/related.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kMostAlike = 3;
constexpr int kLeastKinship = 3;
constexpr std::size_t kMostWords = 4;

/// A relation as the other post has it.
std::string_view reversed(Relation relation) {
  constexpr std::array<std::string_view, 5> kReversed = {"Came back as", "Same cause as", "Same component as",
                                                         "Led to", "Duplicated by"};
  assert(kReversed.size() == words<Relation>().size());
  return kReversed[static_cast<std::size_t>(relation)];
}

bool holds(const std::vector<RelatedIncident>& found, const Postmortem* post) {
  return std::any_of(found.begin(), found.end(), [post](const auto& each) { return each.post == post; });
}

constexpr std::tuple<Facet, int> kWeights[] = {{Facet::cause, 3}, {Facet::service, 2}, {Facet::tag, 1}};

using Points = std::unordered_map<const Postmortem*, int>;

/// What each other post has in common with this one. Goes through the terms, since most pairs share none.
Points kinship_points(const Site& site, const Postmortem& post) {
  Points points;
  for (const auto& [facet, weight] : kWeights) {
    const auto& terms = site.terms_in(facet);
    for (const auto& [key, name] : terms_of(post, facet)) {
      const auto term =
          std::lower_bound(terms.begin(), terms.end(), term_slug(key),
                           [](const Term& each, const std::string& slug) { return each.slug < slug; });
      for (const auto* other : term->posts) points[other] += weight;
    }
  }
  points.erase(&post);
  return points;
}

/// The posts with most points first.
std::vector<const Postmortem*> most_alike(const Points& points, const std::vector<RelatedIncident>& found) {
  std::vector<std::tuple<int, UtcTime, std::string_view, const Postmortem*>> ranking;
  for (const auto& [post, count] : points)
    if (count >= kLeastKinship && !holds(found, post))
      ranking.emplace_back(count, publication_time(*post).utc, post->slug, post);
  std::sort(ranking.begin(), ranking.end(), std::greater<>());
  std::vector<const Postmortem*> posts;
  for (const auto& each : ranking) posts.push_back(std::get<const Postmortem*>(each));
  posts.resize(std::min(posts.size(), kMostAlike));
  return posts;
}

/// "Same cause, checkout, dns".
std::string shared_words(const Postmortem& one, const Postmortem& other) {
  std::vector<std::string> words;
  for (const auto& [facet, weight] : kWeights) {
    std::set<std::string> slugs;
    for (const auto& term : terms_of(other, facet)) slugs.insert(term_slug(term.key));
    for (const auto& [key, name] : terms_of(one, facet))
      if (slugs.contains(term_slug(key))) words.push_back(facet == Facet::cause ? "Same cause" : name);
  }
  if (words.size() > kMostWords) words.resize(kMostWords);
  return join(words, ", ");
}

}  // namespace

RelatedIncidents::RelatedIncidents(const Site& site) : site_(site) {
  for (const auto* post : site.posts) {
    by_slug_.emplace(post->slug, post);
    for (const auto& each : post->related) named_by_[each.slug.value].push_back({post, each.relation});
  }
}

std::vector<RelatedIncident> RelatedIncidents::of(const Postmortem& post) const {
  std::vector<RelatedIncident> found;
  for (const auto& each : post.related)
    if (const auto other = by_slug_.find(each.slug.value);
        other != by_slug_.end() && other->second != &post && !holds(found, other->second))
      found.push_back({other->second, std::string(label(each.relation)), each.note});
  if (const auto namings = named_by_.find(post.slug); namings != named_by_.end())
    for (const auto& [by, relation] : namings->second)
      if (by != &post && !holds(found, by)) found.push_back({by, std::string(reversed(relation)), {}});

  for (const auto* other : most_alike(kinship_points(site_, post), found))
    found.push_back({other, shared_words(post, *other), {}});
  return found;
}

}  // namespace pmsite
