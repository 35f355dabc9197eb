// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/content.hpp"
#include "render/pictures.hpp"
#include "render/replay_picture.hpp"

#include <optional>

namespace pmsite {

/// The moments and the blast radius of a post; none where it has no architecture.
std::optional<ReplayFacts> replay_facts(const Content& content, const Postmortem& post);

/// The architecture of a post with the failure on it, for the theme: the picture, each moment in words, the
/// blast radius, and the whole as text; false where there is none. `anchors` are those of the timeline's
/// entries.
Value post_replay(const ReplayFacts& facts, const Postmortem& post, const Pictures& pictures,
                  const std::vector<std::string>& anchors);

}  // namespace pmsite
