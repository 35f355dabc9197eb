// SPDX-License-Identifier: MIT
#pragma once

#include "check/checker.hpp"
#include "read/post_reader.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace pmsite {

/// A post that breaks no rule. Tests break it at one place; line numbers are in the margin of each part.
inline constexpr std::string_view kSamplePost = R"(---
title: Checkout returned 502 after a cache failover
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout]
impact: {users_percent: 37, symptoms: A 502 page.}
detection: monitoring_alert
root_cause: {category: config_change, text: A check was off.}
architecture: shop
authors: [Ada Okoro]
profile: learning
---

## Incident summary
Customers could not pay.

## Incident timeline
- 10:12 CET - **Started**: the cache failed over. `cache: down`
- 10:20-10:34 CET - **Misled**: drained a healthy balancer.
- 11:05 CET - **Resolved**: errors at their baseline. `cache: ok`

## Root cause analysis
The pool kept dead sockets.

## Resolution and recovery
The pools were recycled.

## Preventative measures
- [ ] Rehearse the failover (prevent, @sre)

## Lessons learned
A failover is a change.
)";

inline constexpr std::string_view kSampleFile = "content/posts/2026-03-04-checkout-failover.md";

/// `text` with its first `from` replaced; a test whose `from` is not there is wrong.
inline std::string changed(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const auto at = result.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, "the sample does not hold: ", std::string(from));
  return result.replace(at, from.size(), to);
}

inline std::string sample_with(std::string_view from, std::string_view to) {
  return changed(kSamplePost, from, to);
}

/// A site with the architecture `shop` (components cache and checkout) and one post.
inline Content sample_site(std::string_view post_text = kSamplePost) {
  Diagnostics ignored;
  Content content;
  content.posts.push_back(read_post(std::string(kSampleFile), post_text, ignored));
  Architecture shop;
  shop.name = "shop";
  shop.components = {{"cache", "Cache", {}, {}, {}, {}}, {"checkout", "Checkout", {}, {}, {}, {}}};
  content.architectures.push_back(std::move(shop));
  return content;
}

/// What the checks report of one rule, each with its help.
inline std::string found(std::string_view rule, const Content& content) {
  Diagnostics all, chosen;
  check_content(content, 1, all);
  for (auto& each : all.sorted())
    if (each.rule->id == rule) chosen.add(each);
  return faults_with_help(chosen);
}

/// The same for the sample site with this post.
inline std::string found(std::string_view rule, std::string_view post_text) {
  return found(rule, sample_site(post_text));
}

}  // namespace pmsite
