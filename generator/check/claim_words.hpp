// SPDX-License-Identifier: MIT
#pragma once

#include "check/claims.hpp"

#include <string>

namespace pmsite {

/// The clause around a length of time, brought down to words that a table of phrases can know. The length
/// itself is
///
///     zlengththe    behind "the", "our", "this", behind "a" in a summary, and where a title begins with it
///     zlengthhere   elsewhere in title, summary and impact
///     zlength       elsewhere
///
/// and these stand for many others:
///
///     zincident     the outage, disruption, downtime ... that the post is about
///     zaround       the same behind "during", "after" and the like
///     zcustomers    users, visitors, students ...; not "some customers"
///     zservice      the site, the organization, what the front matter lists as services
///     zmisled       what a misleading path is told with, where time was spent or lost
///
/// Words like "about" and "full" in front of the length are left out, and so is punctuation.
std::string reduced_clause(const ClaimText& text, TextRange length, const Postmortem& post);

}  // namespace pmsite
