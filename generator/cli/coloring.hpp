// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"

#include <string_view>

namespace pmsite {

enum class Coloring { plain, colored };
enum class Stream { out, error };

/// Whether a stream is written in colour: as asked for, else on a terminal and not where NO_COLOR is set.
Coloring coloring_of(const Options& options, const Environment& environment, Stream stream);

/// Escape sequences of a terminal, or nothing.
struct Colors {
  std::string_view error, warning, note, good, frame, quiet, strong, reset;
};

Colors colors_of(Coloring coloring);

/// The colour of a level.
std::string_view color_of(const Colors& colors, Level level);

}  // namespace pmsite
