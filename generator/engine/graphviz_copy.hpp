// SPDX-License-Identifier: MIT
#pragma once

#include "model/graph.hpp"

// Graphviz's own graph; its headers stay in the sources that call it.
struct Agraph_s;

namespace pmsite {

/// A graph of Graphviz's as ours, in the order of the text. To be made before a layout, which sets
/// attributes.
Graph copy_graph(Agraph_s* graph);

}  // namespace pmsite
