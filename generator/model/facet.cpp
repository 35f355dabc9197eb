// SPDX-License-Identifier: MIT
#include "model/facet.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace pmsite {
namespace {

std::vector<TermName> as_written(const std::vector<Located<std::string>>& names) {
  std::vector<TermName> terms;
  for (const auto& name : names) terms.push_back({name.value, name.value});
  return terms;
}

constexpr std::size_t kLongestSlug = 80;

/// FNV-1a: short, the same everywhere, and good enough to tell the names of one site apart.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
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
  const bool is_lossy = key.size() > kLongestSlug || std::any_of(key.begin(), key.end(), [](char c) {
                          return c == '+' || c == '#' || static_cast<unsigned char>(c) >= 0x80;
                        });
  std::string slug = slugify(key);
  if (!is_lossy && !slug.empty()) return slug;
  slug.resize(std::min(slug.size(), kLongestSlug - 9));  // so that the slug of a slug is itself
  return fmt::format("{}-{:08x}", slug.empty() ? "x" : slug, hash_of(key));
}

}  // namespace pmsite
