// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "engine/graphviz.hpp"

#include <string>
#include <string_view>

namespace pmsite {

// What a layout worker answers, as bytes.

std::string encode_parsed(const ParsedDot& parsed);
std::string encode_drawing(const Drawing& drawing);

Result<ParsedDot> decode_parsed(std::string_view bytes);
Result<Drawing> decode_drawing(std::string_view bytes);

}  // namespace pmsite
