// SPDX-License-Identifier: MIT
#include "read/raw_post.hpp"

#include "read/raw_interval.hpp"
#include "read/raw_missing.hpp"
#include "read/raw_parts.hpp"
#include "read/raw_timeline.hpp"

#include <algorithm>
#include <utility>

namespace pmsite {

const RawPart* RawPost::section(Role role) const {
  const auto found = std::find_if(parts.begin(), parts.end(), [role](const RawPart& part) {
    return part.opens_section && (part.role == role || part.second == role);
  });
  return found == parts.end() ? nullptr : &*found;
}

RawPost read_raw_post(const SourceText& source) {
  RawPost post;
  post.text = read_raw_text(source);
  auto partition = find_parts(post.text);
  post.title = std::move(partition.title);
  post.parts = std::move(partition.parts);
  post.entries = read_raw_timeline(post.text, post.parts);
  disown_preamble(post.entries, post.parts);
  post.zone = find_common_zone(post.text, post.parts);
  auto times = find_raw_times(post.text, post, post.zone);
  post.interval = std::move(times.interval);
  post.lone_start = std::move(times.lone_start);
  post.lone_start_line = times.lone_start_line;
  return post;
}

}  // namespace pmsite
