// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/postmortem.hpp"

#include <vector>

namespace pmsite {

/// The task items of the measures section, nested ones included, in reading order. What a parenthesis at the
/// end of an item says wrongly is reported; the item stays. Its further blocks are its details, without the
/// task items among them.
std::vector<ActionItem> read_action_items(const Section& measures, const SourceText& source,
                                          const FileReporter& reporter);

}  // namespace pmsite
