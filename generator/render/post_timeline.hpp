// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/content.hpp"
#include "render/body.hpp"

namespace pmsite {

/// The entries of a post's timeline for the theme: {entries: [...]}, each with an anchor such as "at-10:44".
Value::Object post_timeline(const Content& content, const Postmortem& post, const BodyOptions& options);

}  // namespace pmsite
