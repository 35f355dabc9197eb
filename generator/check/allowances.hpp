// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

inline constexpr Rule kAllowComment{
    "allow-comment",
    Level::error,
    "Whoever breaks a rule on purpose owes the reviewer the rule's name and a reason.",
    "<!-- pmsite-allow word-count -->",
    "<!-- pmsite-allow word-count: two outages in one week are told together -->",
    "Suppressions without a reason outlive their cause; linters that ask for one (Rust's `reason`, Vale) "
    "keep them few."};
inline constexpr Rule kAllowUnused{
    "allow-unused",
    Level::warning,
    "A permission that nothing needs would hide the next breach of the rule.",
    "<!-- pmsite-allow timeline-order: told backwards -->   (the entries are in order)",
    "(no comment)",
    "The same as unused suppressions in ESLint and Clippy, which report them for this reason."};

/// Leaves out what the post allows itself, and reports allowances that are faulty or not needed. `found` is
/// what the checks found in this post.
Diagnostics apply_allowances(const Postmortem& post, Diagnostics found);

}  // namespace pmsite
