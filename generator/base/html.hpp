// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pmsite {

/// Text for HTML and XML, as content or inside a double-quoted attribute: `& < > " '` become entities.
std::string escape_html(std::string_view text);

/// Adds `text`, escaped as escape_html() does, to `out`.
void append_escaped(std::string& out, std::string_view text);

}  // namespace pmsite
