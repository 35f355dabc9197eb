// SPDX-License-Identifier: MIT
#pragma once

#include "engine/graphviz.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

// A drawing as bytes: what a layout worker answers, and what the cache keeps.

std::string encode_drawing(const Drawing& drawing);

/// None where the bytes are no drawing, or hold a graph that cannot be or a picture that our renderer did not
/// draw (see svg_check.hpp): a worker whose memory is damaged may answer anything, and a cache may be
/// anybody's file.
std::optional<Drawing> decode_drawing(std::string_view bytes);

}  // namespace pmsite
