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

/// Has worker processes read all texts; the results are in the order of the jobs. An error says that a worker
/// could not be started or died on this very text (a crash, the time or the memory limit): "Graphviz crashed
/// on this diagram (SIGSEGV)". Must be called while no other thread runs, since it forks.
std::vector<Result<ParsedDot>> parse_all(const std::vector<LayoutJob>& jobs, int workers);

/// The same for drawing. A text that fails is tried again with simpler settings before it is given up.
std::vector<Result<Drawing>> draw_all(const std::vector<LayoutJob>& jobs, int workers);

}  // namespace pmsite
