// SPDX-License-Identifier: MIT
#include "model/facet.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <iterator>

namespace pmsite {
namespace {

std::vector<TermName> as_written(const std::vector<Located<std::string>>& names) {
  std::vector<TermName> terms;
  for (const auto& name : names) terms.push_back({name.value, name.value});
  return terms;
}

std::vector<TermName> at_most_one(const std::string& name) {
  if (name.empty()) return {};
  return {{name, name}};
}

}  // namespace

std::string_view folder_of(Facet facet) {
  constexpr std::string_view kFolders[] = {"services", "causes", "severities", "organizations", "tags"};
  static_assert(std::size(kFolders) == std::size(kFacets));
  return kFolders[static_cast<std::size_t>(facet)];
}

bool has_feeds(Facet facet) {
  return facet == Facet::service || facet == Facet::cause || facet == Facet::tag;
}

std::vector<TermName> terms_of(const Postmortem& post, Facet facet) {
  switch (facet) {
    case Facet::service:
      return as_written(post.services);
    case Facet::tag:
      return as_written(post.tags);
    case Facet::severity:
      return at_most_one(post.severity.value);
    case Facet::organization:
      return at_most_one(post.organization);
    case Facet::cause:
      break;
  }
  if (!post.root_cause.category) return {};
  const auto category = *post.root_cause.category;
  return {{std::string(word(category)), std::string(label(category))}};
}

std::string term_slug(std::string_view key) {
  constexpr std::size_t kMostBytes = 40;
  std::string slug = slugify(key);
  if (!slug.empty()) return slug;
  slug = "x-";
  for (const char byte : key.substr(0, kMostBytes))
    slug += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return slug;
}

}  // namespace pmsite
