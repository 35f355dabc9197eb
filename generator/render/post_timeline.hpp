// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/postmortem.hpp"
#include "render/body.hpp"
#include "render/replay_picture.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// What the entries of a timeline are linked by, in their order: "at-10:44"; the second of the same minute is
/// "at-10:44-2".
std::vector<std::string> entry_anchors(const Timeline& timeline);

/// The entries that stand in `list`, for the theme: {entries: [...]}, each with its anchor and, where the
/// replay shows it, the number of its moment.
Value::Object post_timeline(const Postmortem& post, const ReplayFacts* replay, const Node& list,
                            const BodyOptions& options);

}  // namespace pmsite
