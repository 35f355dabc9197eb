// SPDX-License-Identifier: MIT
#pragma once

#include "model/architecture.hpp"
#include "model/graph.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// A DOT label as text on one line: `\n`, `\l` and `\r` are blanks, `\N` is `name`, which also stands for an
/// empty label.
std::string label_text(std::string_view label, std::string_view name);

/// Adds the facts of a DOT graph to an architecture: nodes are components, `a -> b` says that a depends on b,
/// clusters are groups. An edge with `kind=soft` is a dependency whose loss degrades only.
void fill_architecture(Architecture& architecture, const Graph& graph);

}  // namespace pmsite
