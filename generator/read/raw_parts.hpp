// SPDX-License-Identifier: MIT
#pragma once

#include "read/raw_post.hpp"
#include "read/raw_text.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// The parts of a raw postmortem, in order; every line that is not blank belongs to exactly one.
struct RawPartition {
  std::string title;
  std::vector<RawPart> parts;
};

/// Cuts a text at its headings and labels, whatever form they have. Whether "Root cause" or "Resolution"
/// opens a section or is a label inside one depends on where it stands and on what follows.
RawPartition find_parts(const RawText& text);

}  // namespace pmsite
