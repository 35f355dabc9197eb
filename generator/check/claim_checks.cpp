// SPDX-License-Identifier: MIT
#include "check/check.hpp"
#include "check/claim_clocks.hpp"
#include "check/claim_durations.hpp"
#include "check/claim_intervals.hpp"
#include "check/claim_shares.hpp"
#include "check/summary_zone.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr std::array kChecks = {
    Check{{.id = "claim-duration",
           .level = Level::warning,
           .why = "A duration that the times do not yield leaves readers to guess which of the two is wrong.",
           .wrong = "From 10:12 to 11:05 customers could not pay.\nThe outage lasted 45 minutes.",
           .right = "From 10:12 to 11:05 customers could not pay.\nThe outage lasted 53 minutes.",
           .basis =
               "Measured: of one public service's postmortems that state a duration, 5 of 28 state one that "
               "their own times do not yield; of another's, 26 of 61."},
          check_claimed_durations},
    Check{{.id = "claim-clock",
           .level = Level::warning,
           .why = "A time that the timeline does not have is a slip, or an event that it lacks.",
           .wrong = "- 10:08 CET - **Changed**: the cache was patched.\n\nThe patch at 09:58 began it.",
           .right = "- 10:08 CET - **Changed**: the cache was patched.\n\nThe patch at 10:08 began it.",
           .basis = "Summaries are written last and from memory; in published postmortems they name hours, "
                    "days and even "
                    "years that the timeline below contradicts."},
          check_claimed_clocks},
    Check{{.id = "claim-interval",
           .level = Level::warning,
           .why = "Two times and the length between them are one fact told twice, and must agree.",
           .wrong = "Checkout was down from 10:12 to 11:05 (45 minutes).",
           .right = "Checkout was down from 10:12 to 11:05 (53 minutes).",
           .basis = "Arithmetic: such a sentence contradicts itself, whatever else is true."},
          check_claimed_intervals},
    Check{{.id = "claim-percent",
           .level = Level::warning,
           .why = "The share of users is what readers quote; it must be the same wherever it stands.",
           .wrong = "impact: {users_percent: 37}\n\n73 % of customers could not pay.",
           .right = "impact: {users_percent: 37}\n\n37 % of customers could not pay.",
           .basis = "The course asks for the share of users in the summary; lists, cards and feeds show the "
                    "front matter's."},
          check_claimed_shares},
    Check{
        {.id = "summary-zone-missing",
         .level = Level::warning,
         .why = "Whoever reads only the summary, and lives elsewhere, cannot place a time without its zone.",
         .wrong = "From 10:12 to 11:05 customers could not pay.",
         .right = "From 10:12 to 11:05 CET customers could not pay.",
         .basis = "The course asks for the time zone with the duration. Measured: one of 39 pages of a large "
                  "public "
                  "team names one."},
        check_summary_zone},
};

}  // namespace

std::span<const Check> claim_checks() { return kChecks; }

}  // namespace pmsite
