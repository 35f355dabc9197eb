#!/bin/sh
# What drawing costs: builds a site of 1,000 generated architectures, and has Graphviz's own dot draw the same files one
# process each, both two at a time, in turn; prints the medians of five rounds and how they compare. Then what a second
# build takes from the cache. Ratios hold when the machine is busy; single times do not. With COUNT, only builds a site
# of so many architectures, and prints how many of them were drawn. Usage: diagrams.sh PROGRAM [COUNT]
set -eu
program="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
count="${2:-1000}"
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

build() { "$program" build -j 2 -C "$work/site" -o "$work/public" "$@"; }

# Draws each file into one beside it. Where dot fails it says so at length, and xargs too; the number of pictures tells.
draw_one_by_one() { find "$work/drawn" -name '*.dot' -print0 | xargs -0 -P2 -n1 dot -Tsvg -O 2>/dev/null || true; }

# Milliseconds that the command takes.
milliseconds() {
  begin=$(date +%s%N)
  "$@"
  echo $((($(date +%s%N) - begin) / 1000000))
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

# Hundredths as people write them.
decimal() { printf '%d.%02d' $(($1 / 100)) $(($1 % 100)); }

mkdir -p "$work/site/content/posts" "$work/site/content/architectures"
awk -v folder="$work/site" -v count="$count" -f "$here/architectures.awk"
if [ $# -gt 1 ]; then
  build --no-cache 2>&1 | grep '^Built '
  exit
fi

cp -r "$work/site/content/architectures" "$work/drawn"
builds="" drawings="" ratios=""
for round in 1 2 3 4 5; do
  ours=$(milliseconds build -q --no-cache)
  theirs=$(milliseconds draw_one_by_one)
  builds="$builds $ours" drawings="$drawings $theirs" ratios="$ratios $((theirs * 100 / ours))"
  echo "  round $round: pmsite build $ours ms, dot $theirs ms"
done
# shellcheck disable=SC2086 # lists of numbers on purpose
{
  ours=$(median $builds)
  theirs=$(median $drawings)
  ratio=$(median $ratios)
}
echo "pmsite build of $count diagrams: $ours ms"
echo "one dot process for each: $theirs ms, $(decimal $((theirs * 100 / ours))) times as long"
echo "median of the rounds' own ratios: $(decimal "$ratio")"
echo "pictures that dot made: $(find "$work/drawn" -name '*.svg' | wc -l)"
build -q
build -v >"$work/second" 2>&1
printf 'second build, with the cache: '
grep '^Diagrams: ' "$work/second"
