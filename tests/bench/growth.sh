#!/bin/sh
# How the time of a build grows with the number of posts: builds sites of 100 and of 1,000 generated posts in turn, and
# prints the medians of five builds and their ratio. Ratios hold when the machine is busy; single times do not.
# Usage: growth.sh PROGRAM
set -eu
program="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# One post of about 500 words with a timeline, action items and a table. $1: its number.
post() {
  cat <<POST
---
title: Incident number $1
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV$(($1 % 5 + 1))
services: [service-$(($1 % 20))]
tags: [tag-$(($1 % 30)), tag-$(($1 % 7))]
impact: {users_percent: $(($1 % 100)), symptoms: Pages took a minute to load.}
detection: monitoring_alert
root_cause: {category: capacity, text: The pool was smaller than the load.}
authors: [A team]
profile: learning
---

## Incident summary
POST
  for paragraph in 1 2 3 4 5; do
    echo "The pool of connections was smaller than the load that morning, so requests waited for one, and those that"
    echo "waited longest were given up. The error rate rose to $paragraph per cent, and the queue behind it grew until the"
    echo "load balancer began to answer on its own, which looked like a failure of another kind and cost some time."
    echo
  done
  cat <<POST
## Incident timeline
- 10:12 CET - **Started**: requests begin to wait for a connection.
- 10:15 CET - **Detected** by an alert on the queue.
- 10:20-10:34 CET - **Misled**: the load balancer was drained, and nothing changed.
- 10:36 CET - **Escalated** to the team that owns the pool.
- 10:44 CET - **Identified**: the pool's limit is older than the service.
- 11:05 CET - **Resolved**: the queue is empty.

## Root cause analysis
| limit | value | since |
|---|--:|---|
| pool | 50 | 2019 |
| workers | 400 | 2025 |

## Resolution and recovery
The limit was raised, one host at a time.

## Preventative measures
- [ ] Alert on the pool's use above 80 % (detect, @sre, due 2026-03-18)
- [x] Derive the limit from the number of workers (prevent, @pool, done 2026-03-06)

## Lessons learned
A limit without an owner is a surprise with a date.
POST
}

# Milliseconds of one build of the site $1.
milliseconds() {
  begin=$(date +%s%N)
  "$program" build -q -C "$1" -o "$1/public"
  echo $((($(date +%s%N) - begin) / 1000000))
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

for count in 100 1000; do
  mkdir -p "$work/$count/content/posts"
  number=1
  while [ "$number" -le "$count" ]; do
    post "$number" >"$work/$count/content/posts/2026-03-06-incident-$number.md"
    number=$((number + 1))
  done
done
small="" large=""
for round in 1 2 3 4 5; do
  small="$small $(milliseconds "$work/100")"
  large="$large $(milliseconds "$work/1000")"
done
# shellcheck disable=SC2086 # lists of numbers on purpose
{
  hundred=$(median $small)
  thousand=$(median $large)
}
echo "  100 posts: $hundred ms"
echo "1,000 posts: $thousand ms, $((thousand * 10 / hundred / 10)).$((thousand * 10 / hundred % 10)) times as long"
