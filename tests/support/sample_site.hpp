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

/// A post that breaks no rule, not even one that is only advised. Tests break it at one place.
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
trigger: The cache primary was patched and failed over to its replica.
contributing_factors: [Failovers are not rehearsed., The pool has no check of its own.]
reviewers: [{name: Bintou Diallo, decision: approved, at: 2026-03-06}]
---

## Incident summary
Customers could not pay. From 10:12 to 11:05 CET, 37 % of them met a pool that kept dead sockets after a cache failover.

## Incident timeline
- 10:08 CET - **Changed**: the cache primary was patched.
- 10:12 CET - **Started**: the cache failed over. `cache: down`, `checkout: degraded`
- 10:15 CET - **Detected** by Nagios: checkout errors above 5 %.
- 10:18 CET - **Acknowledged** by the on-call engineer.
- 10:20-10:34 CET - **Misled**: suspected a stale health check and drained a healthy balancer; errors did not fall.
- 10:36 CET - **Escalated** to the payments team.
- 10:44 CET - **Identified**: every pool held sockets to the old primary.
- 10:51 CET - **Mitigated**: the pools were recycled. `cache: ok`
- 11:05 CET - **Resolved**: errors at their baseline. `checkout: ok`

## Root cause analysis
The pool kept dead sockets. The keep-alive check of the client pool was off, so every pool held sockets to the old
primary after the failover, wrote to them, and waited until each request had timed out.

## Resolution and recovery
The pools were recycled. It was done one host at a time, so that enough capacity stayed in service, and each recycled
pool opened new sockets to the new primary, after which its errors stopped at once.

## Preventative measures
Failover is not rehearsed, and the pool has no check of its own.

- [ ] Rehearse the failover every quarter (prevent, @sre, due 2026-06-30)
- [ ] Add a Nagios check on pool errors above 1 % (detect, @sre, due 2026-05-18)
- [x] Turn the keep-alive check on in every pool (prevent, @payments, done 2026-03-06)

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

/// A site with the architecture `shop` (checkout depends on cache) and one post.
inline Content sample_site(std::string_view post_text = kSamplePost) {
  Diagnostics ignored;
  Content content;
  content.posts.push_back(read_post(std::string(kSampleFile), post_text, ignored));
  Architecture shop;
  shop.name = "shop";
  shop.components = {{"cache", "Cache", {}, {}, {}, {}}, {"checkout", "Checkout", {}, {}, {}, {}}};
  shop.dependencies = {{"checkout", "cache", false}};
  content.architectures.push_back(std::move(shop));
  return content;
}

/// When the sample is checked: weeks after it happened, before its open actions are due.
inline UtcTime sample_now() { return parse_instant("2026-04-01T00:00:00Z")->utc; }

/// What the checks report of one rule, each with its help.
inline std::string found(std::string_view rule, const Content& content) {
  Diagnostics all, chosen;
  check_content(content, sample_now(), 1, all);
  for (auto& each : all.sorted())
    if (each.rule->id == rule) chosen.add(each);
  return faults_with_help(chosen);
}

/// The same for the sample site with this post.
inline std::string found(std::string_view rule, std::string_view post_text) {
  return found(rule, sample_site(post_text));
}

/// How much the checks make of a breach of one rule by this post: "error", "warning", "note", or nothing.
inline std::string level_found(std::string_view rule, std::string_view post_text) {
  Diagnostics all;
  check_content(sample_site(post_text), sample_now(), 1, all);
  for (const auto& each : all.sorted())
    if (each.rule->id == rule) return std::string(level_name(each.level()));
  return {};
}

}  // namespace pmsite
