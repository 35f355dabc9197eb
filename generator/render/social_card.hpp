// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace pmsite {

// What chat programs and social networks show beside a link to a post; they ask for about 1.91 to 1.
inline constexpr int kSocialCardWidth = 1200, kSocialCardHeight = 630;

/// What a card tells, in the words of the page. Whatever is empty is left out.
struct CardFacts {
  std::string site, title, severity, kind_label, date, duration, organization;
  int severity_rank = 6;  ///< 1 is the gravest, 5 the slightest, 6 none
  std::vector<std::string> services;
  bool is_fictional = false;
};

/// The card as a PNG file, from the program's own fonts: the same facts make the same bytes everywhere.
/// Characters that the fonts lack are left out or shown as an ellipsis, see printable(). May be called on
/// several threads at once.
std::string draw_social_card(const CardFacts& facts);

}  // namespace pmsite
