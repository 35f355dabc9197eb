// SPDX-License-Identifier: MIT
#pragma once

#include "read/raw_post.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// The entries of the timeline, of the first postmortem in the file that has one: stamped lines, bullets,
/// rows and headings, labels with a time, and labels without.
std::vector<RawEntry> read_raw_timeline(const RawText& text, const std::vector<RawPart>& parts);

/// The zone that the text states for all its times: "(all times in UTC)", "Timeline (WAT)"; empty where it
/// states none.
std::string find_common_zone(const RawText& text, const std::vector<RawPart>& parts);

}  // namespace pmsite
