// SPDX-License-Identifier: MIT
#include "site/related.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kMostAlike = 3;
constexpr int kLeastKinship = 3;

/// A relation as the other post has it.
std::string_view reversed(Relation relation) {
  constexpr std::array<std::string_view, 5> kReversed = {"Came back as", "Same cause as", "Same component as",
                                                         "Led to", "Duplicated by"};
  return kReversed[static_cast<std::size_t>(relation)];
}

bool holds(const std::vector<RelatedIncident>& found, const Postmortem* post) {
  return std::any_of(found.begin(), found.end(), [post](const auto& each) { return each.post == post; });
}

struct Kinship {
  int points = 0;
  std::string words;
};

/// What each other post shares with this one. Goes through the terms, since most pairs of posts share none.
std::map<const Postmortem*, Kinship> kinships(const Site& site, const Postmortem& post) {
  constexpr std::tuple<Facet, int> kWeights[] = {{Facet::cause, 3}, {Facet::service, 2}, {Facet::tag, 1}};
  std::map<const Postmortem*, Kinship> kin;
  for (const auto& [facet, points] : kWeights) {
    const auto& terms = site.terms_in(facet);
    for (const auto& [key, name] : terms_of(post, facet)) {
      const auto term =
          std::lower_bound(terms.begin(), terms.end(), term_slug(key),
                           [](const Term& each, const std::string& slug) { return each.slug < slug; });
      const std::string words = facet == Facet::cause ? "same cause" : name;
      for (const auto* other : term->posts) {
        if (other == &post) continue;
        Kinship& kinship = kin[other];
        kinship.points += points;
        kinship.words += (kinship.words.empty() ? "" : ", ") + words;
      }
    }
  }
  return kin;
}

/// The posts with most points first.
std::vector<const Postmortem*> most_alike(const std::map<const Postmortem*, Kinship>& kin,
                                          const std::vector<RelatedIncident>& found) {
  std::vector<std::tuple<int, UtcTime, std::string_view, const Postmortem*>> ranking;
  for (const auto& [post, kinship] : kin)
    if (kinship.points >= kLeastKinship && !holds(found, post))
      ranking.emplace_back(kinship.points, publication_time(*post).utc, post->slug, post);
  std::sort(ranking.begin(), ranking.end(), std::greater<>());
  std::vector<const Postmortem*> posts;
  for (const auto& each : ranking) posts.push_back(std::get<const Postmortem*>(each));
  posts.resize(std::min(posts.size(), kMostAlike));
  return posts;
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
        other != by_slug_.end() && !holds(found, other->second))
      found.push_back({other->second, std::string(label(each.relation)), each.note});
  if (const auto namings = named_by_.find(post.slug); namings != named_by_.end())
    for (const auto& [by, relation] : namings->second)
      if (by != &post && !holds(found, by)) found.push_back({by, std::string(reversed(relation)), {}});

  auto kin = kinships(site_, post);
  for (const auto* other : most_alike(kin, found)) {
    std::string words = std::move(kin.at(other).words);
    if (words.starts_with("same")) words.front() = 'S';
    found.push_back({other, std::move(words), {}});
  }
  return found;
}

}  // namespace pmsite
