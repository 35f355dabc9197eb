// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "render/page.hpp"
#include "render/pictures.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// The body of a post: each section as parts, of which the timeline and the action items are data for the
/// theme and the others are HTML.
Value::List post_sections(const Site& site, const Page& page, const Pictures& pictures,
                          const Postmortem& post);

/// Whether a post shows any picture that Graphviz draws, for which its page needs the diagrams' style sheet.
bool shows_diagrams(const Site& site, const Postmortem& post);

/// The body as one HTML text with absolute addresses and without pictures, for feeds.
std::string post_feed_html(const Site& site, const Postmortem& post);

}  // namespace pmsite
