// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pmsite {

/// A style sheet without its comments, indentation and empty lines: every page waits for its bytes, and who
/// wants to read it has the theme's file. Comments that begin with `/*!`, such as licences, stay, and so does
/// everything inside quotation marks.
std::string squeeze_css(std::string_view css);

}  // namespace pmsite
