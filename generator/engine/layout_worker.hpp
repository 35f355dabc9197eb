// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "engine/graphviz.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// One thing for Graphviz to do.
struct LayoutJob {
  std::string dot;
  std::string engine = "dot";
};

/// Has worker processes read and draw all texts; the results are in the order of the jobs. A text that cannot
/// be laid out is tried again with simpler settings before it is given up; a text on which Graphviz crashes
/// or that exhausts a limit has a fault that says so: "Graphviz crashed on this diagram (SIGSEGV)". An error
/// is what another run may not meet again: no process could be started, or the time ran out on a busy
/// machine. Must be called while no other thread runs, since it forks.
std::vector<Result<Drawing>> draw_all(const std::vector<LayoutJob>& jobs, int workers,
                                      const FontWidths* font = nullptr);

}  // namespace pmsite
