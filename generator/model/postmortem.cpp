// SPDX-License-Identifier: MIT
#include "model/postmortem.hpp"

#include "base/source.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::size_t kLongestSummary = 300;

bool contains(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// At most kLongestSummary characters: whole sentences where one ends in the second half, else whole words.
std::string shorten(const std::string& text) {
  if (static_cast<std::size_t>(count_characters(text)) <= kLongestSummary) return text;
  std::size_t bytes = 0;
  for (std::size_t characters = 0; characters < kLongestSummary; ++characters)
    bytes += static_cast<std::size_t>(utf8_length(std::string_view(text).substr(bytes)));
  const std::string head = text.substr(0, bytes);
  const auto sentence = head.rfind(". ");
  if (sentence != std::string::npos && sentence > head.size() / 2) return head.substr(0, sentence + 1);
  return head.substr(0, head.rfind(' ')) + " …";
}

}  // namespace

bool Section::has_role(Role role) const { return contains(roles, role); }

bool may_hold_pictures(const Postmortem& post) { return post.source.text.find("![") != std::string::npos; }

const Section* find_section(const Postmortem& post, Role role) {
  const auto found = std::find_if(post.sections.begin(), post.sections.end(),
                                  [role](const Section& section) { return section.has_role(role); });
  return found == post.sections.end() ? nullptr : &*found;
}

bool has_role(const Postmortem& post, Role role) {
  return std::any_of(post.sections.begin(), post.sections.end(), [role](const Section& section) {
    return section.has_role(role) || contains(section.roles_inside, role);
  });
}

Instant publication_time(const Postmortem& post) {
  if (post.published_at) return *post.published_at;
  return instant_at(post.file_date, {}, std::chrono::minutes{0});
}

Instant update_time(const Postmortem& post) {
  Instant latest = publication_time(post);
  const auto consider = [&latest](const Instant& instant) {
    if (instant.utc > latest.utc) latest = instant;
  };
  if (post.updated_at) consider(*post.updated_at);
  for (const auto& correction : post.corrections)
    consider(instant_at(correction.date, {}, std::chrono::minutes{0}));
  return latest;
}

std::string summary_text(const Postmortem& post) {
  if (!post.summary.value.empty()) return post.summary.value;
  const Section* section = find_section(post, Role::summary);
  if (section == nullptr) return {};
  const auto paragraph = std::find_if(section->blocks.begin(), section->blocks.end(),
                                      [](const Node& block) { return block.kind == NodeKind::paragraph; });
  return paragraph == section->blocks.end() ? std::string() : shorten(plain_text(*paragraph));
}

}  // namespace pmsite
