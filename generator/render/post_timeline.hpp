// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/content.hpp"
#include "render/body.hpp"

namespace pmsite {

/// The entries that stand in `list`, for the theme: {entries: [...]}, each with an anchor such as "at-10:44"
/// that is unique in the post.
Value::Object post_timeline(const Content& content, const Postmortem& post, const Node& list,
                            const BodyOptions& options);

}  // namespace pmsite
