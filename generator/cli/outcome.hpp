// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"

#include <cstddef>
#include <string>

namespace pmsite {

// What a run comes to: its closing words, and its exit status.

/// "1 error, 2 warnings, 3 notes in 1 of 14 posts"; what there is none of is left out.
std::string count_diagnostics(const Diagnostics& diagnostics, std::size_t posts);

/// The line that sends to `pmsite explain` for the first error; empty where there is none.
std::string explanation_hint(const Diagnostics& diagnostics);

/// What to say where the root is not a site.
std::string no_site_message(const Options& options);

/// The exit status that the diagnostics call for; faults in the configuration are wrong usage.
int status_of(const Diagnostics& diagnostics, const Options& options);

}  // namespace pmsite
