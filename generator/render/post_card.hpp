// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

namespace pmsite {

/// The social card of a post, as PNG: what chats and networks show beside a link to it.
OutputFile render_post_card(const Site& site, const Postmortem& post);

/// The card in words, for those who cannot see it: "SEV1 outage, 4 October 2021, 7 h 6 min: TITLE".
std::string card_words(const Postmortem& post);

}  // namespace pmsite
