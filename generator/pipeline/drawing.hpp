// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"
#include "render/pictures.hpp"

namespace pmsite {

/// Draws every diagram and architecture that has no faults, each text once. What cannot be laid out is
/// reported at the author's own line. Must be called while no other thread runs.
Pictures draw_pictures(const Content& content, int workers, Diagnostics& diagnostics);

}  // namespace pmsite
