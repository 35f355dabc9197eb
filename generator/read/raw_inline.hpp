// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pmsite {

/// One line of Markdown or HTML as it reads on the page.
struct PlainText {
  std::string text;            ///< one blank between words, none at the ends
  std::size_t bold_label = 0;  ///< bytes of `text` that were bold or italic at its front
  bool bold = false;           ///< all letters and digits were
  bool has_picture = false;
  bool leads_inside =
      false;  ///< nothing but a link to a place in the same file: a line of a table of contents
  bool tag_is_open = false;  ///< ends inside of an HTML tag; what is up to the next `>` belongs to it
};

/// Takes away emphasis, links (their words stay), pictures, tags, entities, emoji and escapes. Never looks
/// past a byte more than a few times, whatever the text is.
PlainText plain_inline(std::string_view markup);

/// Whether `tag` (the text behind `<`) names one of the elements of HTML that stand in READMEs.
bool is_html_tag(std::string_view tag);

}  // namespace pmsite
