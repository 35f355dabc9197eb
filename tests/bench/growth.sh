#!/bin/sh
# How the time of a build grows with the number of posts: builds sites of 100 and of 1,000 generated posts in turn, and
# prints the medians of five builds and their ratio; then what checking adds to reading. Ratios hold when the machine is
# busy; single times do not. Usage: growth.sh PROGRAM CHECK_SHARE
set -eu
program="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
check_share="$(cd "$(dirname "$2")" && pwd)/$(basename "$2")"
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Milliseconds of one build of the site $1.
milliseconds() {
  begin=$(date +%s%N)
  "$program" build -q -C "$1" -o "$1/public"
  echo $((($(date +%s%N) - begin) / 1000000))
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

for count in 100 1000; do
  mkdir -p "$work/$count/content/posts"
  awk -v folder="$work/$count" -v count="$count" -f "$here/posts.awk"
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
"$check_share" "$work/1000"
