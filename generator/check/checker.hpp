// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/time.hpp"
#include "model/content.hpp"
#include "model/profile.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// Runs every check on every post whose facts could be read, on up to `jobs` threads, and those for pages.
/// `now` is the time the site is checked for: what lies behind it has not happened yet.
void check_content(const Content& content, UtcTime now, int jobs, Diagnostics& diagnostics);

/// The post's own profile, or the site's.
const Profile& profile_of(const Postmortem& post, const SiteConfig& config);

/// Every rule of the program, sorted by id: those of reading, of the checks and of themes.
std::vector<const Rule*> all_rules();

/// The rule of that id, or null.
const Rule* find_rule(std::string_view id);

/// How much each profile wants a rule kept. Rules of reading count for all.
Needs needs_of(std::string_view rule_id);

/// Whether `<!-- pmsite-allow -->` may silence the rule: the pages can be made, and are safe, without it.
bool may_be_allowed(std::string_view rule_id);

}  // namespace pmsite
