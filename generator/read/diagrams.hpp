// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "engine/graphviz.hpp"
#include "model/content.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The diagrams that the blocks hold, in reading order; options that do not exist are reported. The graphs
/// are empty still: read_graphs() reads them for all posts at once.
std::vector<Diagram> read_diagrams(const Nodes& blocks, const FileReporter& reporter);

/// Has worker processes read every diagram and architecture of the site, and reports what is wrong at the
/// line of the author's own file. Must be called while no other thread runs.
void read_graphs(Content& content, int workers, Diagnostics& diagnostics);

/// Reports the faults of a DOT text that begins on line `first_line`.
void report_dot_faults(const std::vector<DotFault>& faults, int first_line, const FileReporter& reporter);

}  // namespace pmsite
