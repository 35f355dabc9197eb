// SPDX-License-Identifier: MIT
#pragma once

#include "check/claims.hpp"
#include "prose/durations.hpp"

#include <chrono>
#include <optional>

namespace pmsite {

/// What a length of time in prose is said to be the length of.
enum class LengthMeaning {
  whole,        ///< the incident: "the outage lasted"
  impaired,     ///< something did not work: "checkout was down for"
  detect,       ///< "detected within"
  alert,        ///< the same of an alert, which may have been the second: "paged after"
  acknowledge,  ///< "acknowledged after"
  identify,     ///< "took ... to find the cause"
  mitigate,     ///< "the outage was mitigated after"
  resolve,      ///< "service was restored after"
  misled,       ///< "spent ... on a wrong lead"
  any,          ///< surely of the incident, but of which part is not said
};

struct LengthClaim {
  LengthMeaning meaning = LengthMeaning::any;
  bool is_from_start = false;  ///< counted from the beginning or the detection, not from some step on the way
  bool is_named = false;       ///< the incident itself is named beside it
};

/// What the length at `at` is claimed of; none where nothing clearly ties it to the incident.
std::optional<LengthClaim> read_length_claim(const ClaimText& text, TextRange at, const Postmortem& post);

/// Whether a thing that took `length` is what the claim tells.
bool is_true_of(const DurationMention& claim, Bound bound, std::chrono::seconds length);

}  // namespace pmsite
