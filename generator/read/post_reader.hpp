// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "model/content.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// A post out of the bytes of its file. `file` is its path as diagnostics name it; its last part gives date
/// and slug. Always returns what could be read.
Postmortem read_post(const std::string& file, std::string_view bytes, Diagnostics& diagnostics);

/// A page of `content/pages/`: front matter with `title` and `description`, and a body.
TextPage read_page(const std::string& file, std::string_view bytes, Diagnostics& diagnostics);

/// The keys that a page's front matter may have.
std::vector<std::string_view> page_keys();

}  // namespace pmsite
