// SPDX-License-Identifier: MIT
#include "check/whole_timeline.hpp"

namespace pmsite {
namespace {

/// Bullets that should be entries; more than there are entries if some could not be read.
std::size_t count_bullets(const Section& section) {
  std::size_t bullets = 0;
  for (const auto& block : section.blocks)
    if (block.kind == NodeKind::list) bullets += block.children.size();
  return bullets;
}

}  // namespace

const Section* whole_timeline(const Postmortem& post) {
  const Section* section = find_section(post, Role::timeline);
  if (section == nullptr || post.timeline.empty() || post.timeline.size() < count_bullets(*section))
    return nullptr;
  return section;
}

}  // namespace pmsite
