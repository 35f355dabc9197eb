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
/// are empty still: accept_graph() fills them in once Graphviz has read all texts.
std::vector<Diagram> read_diagrams(const Nodes& blocks, const FileReporter& reporter);

/// Takes over what Graphviz made of a diagram or an architecture, and reports what is wrong at the line of
/// the author's own file. A text with faults has no graph: nobody draws it or measures a post against it.
void accept_graph(Diagram& diagram, const Drawing& drawing, const FileReporter& reporter);
void accept_graph(Architecture& architecture, const Drawing& drawing, const FileReporter& reporter);

/// Reports the faults of a DOT text that begins on line `first_line`.
void report_dot_faults(const std::vector<DotFault>& faults, int first_line, const FileReporter& reporter);

}  // namespace pmsite
