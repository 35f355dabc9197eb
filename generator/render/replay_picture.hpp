// SPDX-License-Identifier: MIT
#pragma once

#include "model/blast_radius.hpp"
#include "model/moments.hpp"
#include "render/pictures.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// More moments than these are not replayed: the style sheet has a rule for each, and nobody would step
/// through more.
inline constexpr std::size_t kMostMoments = 20;

/// What the replay shows of an architecture: its moments, the worst of them, and the blast radius.
struct ReplayFacts {
  const Architecture& architecture;
  std::vector<Moment> moments;  ///< at most kMostMoments, with the worst among them
  std::size_t worst = 0;        ///< its index; the first moment where nothing fails at any
  BlastRadius radius;
  std::size_t skipped = 0, all = 0;  ///< moments before the first one shown, and in the whole timeline
};

/// The architecture with everything that happened to it at once; a style sheet shows one moment at a time.
///
/// Nodes have the classes `tN-STATE` for each moment N (down, degraded, maintenance, unknown, ok),
/// `worst-STATE` for the worst moment, `tN-suspect` where an entry suspected them wrongly, and `b-origin`,
/// `b-explained`, `b-unpredicted` or `b-spared` for the blast radius. Edges along which the failure travelled
/// have `tN-hit`, `worst-hit` and `b-hit`. All that have any of these are `told`. Each node holds a <g
/// class="word word-STATE"> for each of its states, and <g class="ring"> where it was suspected.
std::string replay_picture(std::string_view svg_template, const PictureText& text, const ReplayFacts& facts);

}  // namespace pmsite
