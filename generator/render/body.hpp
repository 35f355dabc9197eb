// SPDX-License-Identifier: MIT
#pragma once

#include "base/image_size.hpp"
#include "model/document.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

/// What the body of a page asks of the page it stands on.
struct BodyOptions {
  /// The address to write for a link or a picture that the author wrote; empty: it leads nowhere, only its
  /// text is shown.
  std::function<std::string(std::string_view url)> resolve;
  /// HTML to write instead of a code block; empty: it stays a code block.
  std::function<std::string(const Node& code_block)> figure;
  /// The size of a picture by the address that the author wrote, so that the page keeps its place free.
  std::function<std::optional<ImageSize>(std::string_view url)> image_size = {};
  /// Where the text is read elsewhere, in a feed: the address of its page. Headings then have no ids, and
  /// notes link to the page.
  std::string page_url = {};
  int heading_shift = 0;    ///< added to the level of headings
  int highest_heading = 3;  ///< no heading stands above this level, or below 6
};

/// Markdown as HTML. Raw HTML is shown as text, comments are left out, every text is escaped. A paragraph
/// that is one picture with a title is a figure, whose caption the title is.
std::string render_blocks(const Nodes& blocks, const BodyOptions& options);

/// Inline elements only, as inside a paragraph.
std::string render_inlines(const Nodes& inlines, const BodyOptions& options);

}  // namespace pmsite
