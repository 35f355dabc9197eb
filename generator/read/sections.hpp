// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The words of a heading, to compare headings by: lower case, one blank between them; brackets with what
/// they hold, leading numbers and punctuation are dropped, `&` is "and".
std::string heading_words(std::string_view heading);

/// What a heading announces: "TL;DR" is the summary, "Root cause & resolution" is cause and resolution. Case,
/// numbering, emoji, punctuation and brackets do not matter, nor whether it says "of the incident"; of "The
/// plot thickens: Timeline" the part beside the colon (or dash) counts. Empty where no role is meant.
std::vector<Role> roles_of_heading(std::string_view heading);

/// Gives every heading an anchor that is unique in the text (in `title`): "s-" and the heading's slug, the
/// second "Impact" being "s-impact-2". The prefix keeps an id like "location" from shadowing what scripts
/// look up.
void assign_anchors(Nodes& blocks);

/// The body cut at its headings, which must have their anchors. A heading with a role opens a section, and so
/// does every other heading that is not deeper than the one before. Deeper headings stay inside their
/// section; but a timeline and measures are sections of their own at every depth, except below one of their
/// own role.
struct SplitBody {
  Nodes preamble;
  std::vector<Section> sections;
};
SplitBody split_sections(Nodes blocks);

}  // namespace pmsite
