// SPDX-License-Identifier: MIT
#pragma once

#include "read/raw_post.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// What a raw postmortem says about its begin and end, beside its parts and entries.
struct RawTimes {
  std::optional<RawInterval> interval;
  std::optional<TimeMention> lone_start;  ///< where only the begin is stated
  int lone_start_line = 0;
};

/// The stated interval: the first pair of times in the summary (else before the timeline) that is a range, or
/// that words for begin and end lead to. Dates and zones that stand elsewhere complete it; what could be read
/// in two ways stays empty. Where nothing is stated, the first and the last entry of the timeline.
RawTimes find_raw_times(const RawText& text, const RawPost& post, const std::string& common_zone);

}  // namespace pmsite
