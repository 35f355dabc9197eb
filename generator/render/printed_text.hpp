// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// How a line of text is set. `size` is the em in pixels; `tracking` moves characters apart, or together
/// below 0, in units of the em.
struct TextStyle {
  Font font = Font::sans;
  int size = 16;
  int tracking = 0;
};

/// What the font can show of UTF-8 text, on one line: runs of white space are one space, controls, marks of
/// direction, emoji and broken bytes are gone, and one ellipsis stands for each run of letters that the font
/// lacks or that are written from right to left.
std::u32string printable(std::string_view text, Font font);

/// Where the pen stands before each character and behind the last one, in units of the em.
std::vector<int> pen_places(std::u32string_view text, const TextStyle& style);

/// From the first to the last ink of the line, in pixels, rounded up.
int printed_width(std::u32string_view text, const TextStyle& style);

/// The text, or as much of its beginning as fits with an ellipsis in `width` pixels; empty where nothing
/// does.
std::u32string shortened(std::u32string text, const TextStyle& style, int width);

/// Prints one line with its first ink at `x`.
void print_line(Canvas& canvas, std::u32string_view text, const TextStyle& style, Ink ink, int x,
                int baseline);

}  // namespace pmsite
