// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

// Facts of a postmortem in the words that pages and feeds show.

/// "37 % of users", "41,000 users (37 to 45 %)"; empty where neither is known.
std::string users_text(const Impact& impact);

/// "37 %", "37 to 45 %"; empty where it is not known.
std::string share_text(const Impact& impact);

/// "53 min"; empty where the incident is not over.
std::string duration_text(const Postmortem& post);

/// How many of the post's actions are open.
std::size_t open_actions(const Postmortem& post);

/// "A", "A and B", "A, B and C".
std::string enumeration(const std::vector<Located<std::string>>& names);

/// The zone in which the post tells its times: "CET, UTC+01:00", or "UTC".
std::string zone_text(const Postmortem& post);

/// The text, cut between words to at most `most` characters with an ellipsis where it is longer.
std::string shortened(std::string_view text, std::size_t most);

/// A number without superfluous digits: "37", "37.5", "12,000".
std::string number_text(double number);

}  // namespace pmsite
