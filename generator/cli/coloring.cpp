// SPDX-License-Identifier: MIT
#include "cli/coloring.hpp"

namespace pmsite {

Coloring coloring_of(const Options& options, const Environment& environment, Stream stream) {
  if (options.color == ColorChoice::always) return Coloring::colored;
  const bool is_terminal =
      stream == Stream::out ? environment.out_is_terminal : environment.error_is_terminal;
  const bool colored = options.color == ColorChoice::automatic && is_terminal && !environment.no_color;
  return colored ? Coloring::colored : Coloring::plain;
}

Colors colors_of(Coloring coloring) {
  if (coloring == Coloring::plain) return {};
  return {.error = "\x1b[1;31m",
          .warning = "\x1b[1;33m",
          .note = "\x1b[1;36m",
          .good = "\x1b[1;32m",
          .frame = "\x1b[1;34m",
          .quiet = "\x1b[2m",
          .strong = "\x1b[1m",
          .reset = "\x1b[0m"};
}

std::string_view color_of(const Colors& colors, Level level) {
  if (level == Level::error) return colors.error;
  return level == Level::warning ? colors.warning : colors.note;
}

}  // namespace pmsite
