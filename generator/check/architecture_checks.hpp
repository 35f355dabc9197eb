// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"

namespace pmsite {

// An architecture is no post, so these rules have no row in a table of checks; an author cannot allow a
// breach, and draws the system as it is instead.

inline constexpr Rule kDependencyCircle{
    .id = "dependency-circle",
    .level = Level::warning,
    .why =
        "In a circle of hard dependencies each component is down as soon as one is, and none can start "
        "first.",
    .wrong = "checkout -> stock\nstock -> checkout",
    .right = "checkout -> stock\nstock -> checkout [kind=soft]",
    .basis =
        "Circular dependencies kept whole companies from starting again: Facebook's tools needed the network "
        "that "
        "they were to repair (2021).",
};
inline constexpr Rule kComponentIsolated{
    .id = "component-isolated",
    .level = Level::warning,
    .why =
        "A component that nothing depends on and that depends on nothing can neither fail with others nor "
        "make them "
        "fail; an edge is missing.",
    .wrong = "digraph { checkout -> cache; stock }",
    .right = "digraph { checkout -> cache; checkout -> stock }",
    .basis = "The blast radius is computed from the edges.",
};

/// What is wrong with the architectures themselves, whatever happened to them.
void check_architectures(const Content& content, Diagnostics& diagnostics);

}  // namespace pmsite
