// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

/// Whether a picture template holds nothing but what svg_renderer.hpp writes: its elements, properly nested,
/// with its attributes, in each of which stand characters that can do no harm there; links that may be
/// followed; marks in pairs. A page takes pictures as they are, so whatever comes from a process that hostile
/// input may have taken over, or from a file, is held against this first.
bool is_own_picture(std::string_view svg);

}  // namespace pmsite
