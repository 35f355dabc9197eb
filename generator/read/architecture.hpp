// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/graph.hpp"

namespace pmsite {

/// Adds the facts of a DOT graph to an architecture: nodes are components, `a -> b` says that a depends on b,
/// clusters are groups. An edge with `kind=soft` is a dependency whose loss degrades only.
void fill_architecture(Architecture& architecture, const Graph& graph);

}  // namespace pmsite
