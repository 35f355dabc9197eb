// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace pmsite {

enum class Coloring { plain, colored };

/// Whether diagnostics are printed in colour: as asked for, else on a terminal and not where NO_COLOR is set.
Coloring coloring_of(const Options& options, const Environment& environment);

/// One diagnostic for people: what, where, the line with the place underlined, and help. `line` is the text
/// of the author's line.
std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view line, Coloring coloring);

/// Prints all diagnostics, each with its line out of the file below `root`.
void print_diagnostics(const Diagnostics& diagnostics, const std::filesystem::path& root, Coloring coloring,
                       std::ostream& error);

/// "1 error, 2 warnings in 1 of 14 posts".
std::string count_diagnostics(const Diagnostics& diagnostics, std::size_t posts);

/// What to say where the root is not a site.
std::string no_site_message(const Options& options);

/// The exit status that the diagnostics call for; faults in the configuration are wrong usage.
int status_of(const Diagnostics& diagnostics, const Options& options);

}  // namespace pmsite
