// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.hpp"
#include "support/sample_site.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// A post about an incident from 10:12 to 11:05 CET that claims nothing. Tests say something in the place of
/// a word in braces.
inline constexpr std::string_view kSilentPost = R"(---
title: Checkout returned 502 {title}
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout]
impact: {users_percent: 37, symptoms: A 502 page.}
detection: monitoring_alert
root_cause: {category: config_change, text: A check was off.}
architecture: shop
organization: Teapots
authors: [Ada Okoro]
profile: learning
summary: The cache failed over. {short}
---

## Incident summary
{summary}

## Impact
{impact}

## Incident timeline
- 10:08 CET - **Changed**{changed}: the cache primary was patched.
- 10:12 CET - **Started**: the cache failed over. `cache: down`, `checkout: degraded`
- 10:15 CET - **Detected**{detected}: checkout errors.
- 10:18 CET - **Acknowledged**{acknowledged}: by the on-call engineer.
- 10:20-10:34 CET - **Misled**: suspected a stale health check and drained a healthy balancer{misled}.
- 10:36 CET - **Escalated**: to the payments team.
- 10:44 CET - **Identified**{identified}: every pool held sockets to the old primary.
- 10:51 CET - **Mitigated**: the pools were recycled. `cache: ok`
- 11:05 CET - **Resolved**{resolved}: errors at their baseline. `checkout: ok`

## Root cause analysis
{cause}

> {quote}

## Resolution and recovery
{resolution}

## Preventative measures
{measures}

- [ ] Rehearse the failover (prevent, @sre, due 2026-06-30)

## Lessons learned
{lessons}

## What else there is to say
{other}
)";

/// That post with `text` in one place and nothing in the others.
inline std::string post_saying(std::string_view place, std::string_view text,
                               std::string_view post = kSilentPost) {
  std::string result(post);
  const std::string wanted = "{" + std::string(place) + "}";
  REQUIRE_MESSAGE(result.find(wanted) != std::string::npos, "there is no place ", wanted);
  for (const std::string_view each :
       {"{title}", "{short}", "{summary}", "{impact}", "{changed}", "{detected}", "{acknowledged}",
        "{misled}", "{identified}", "{resolved}", "{cause}", "{quote}", "{resolution}", "{measures}",
        "{lessons}", "{other}"}) {
    const auto at = result.find(each);
    if (at != std::string::npos) result.replace(at, each.size(), each == wanted ? text : std::string_view());
  }
  return result;
}

/// What a rule says of a post, without places and help; several messages on lines of their own.
inline std::string messages(std::string_view rule, std::string_view post) {
  const std::string report = found(rule, post);
  std::string result;
  for (const auto line : split(report, '\n')) {
    const auto begin = line.find(": "), end = line.rfind(" -> ");
    if (begin == std::string_view::npos) continue;
    result += (result.empty() ? "" : "\n") + std::string(line.substr(begin + 2, end - begin - 2));
  }
  return result;
}

/// What all claim rules say of it.
inline std::string claim_messages(std::string_view post) {
  std::string result;
  for (const std::string_view rule : {"claim-duration", "claim-clock", "claim-interval", "claim-percent"})
    if (const auto each = messages(rule, post); !each.empty()) result += (result.empty() ? "" : "\n") + each;
  return result;
}

/// Something said in a place of the silent post, and what a rule answers.
struct ClaimCase {
  std::string_view place, text, message;
};

}  // namespace pmsite
