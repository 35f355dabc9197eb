// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace pmsite {

enum class FencedAs { text, code, mark };

/// What the fences of a file make of its lines: text, code, or the mark of a fence itself. A fence that
/// nobody closes, one that says it holds Markdown, and one around the sections of a postmortem (a copy out of
/// a chat) hold text.
std::vector<FencedAs> find_fences(const std::vector<std::string_view>& lines);

}  // namespace pmsite
