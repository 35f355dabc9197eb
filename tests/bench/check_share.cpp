// SPDX-License-Identifier: MIT
#include "base/time.hpp"
#include "check/checker.hpp"
#include "pipeline/drawing.hpp"
#include "read/content_reader.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

// What checking adds to reading: reads and checks a site several times in one run, and prints the medians and
// their ratio. Drawing comes between the two, since the checks ask for the components of architectures, and
// is not counted. Usage: check_share SITE

using namespace pmsite;

namespace {

using Stopwatch = std::chrono::steady_clock;

double milliseconds(Stopwatch::time_point from, Stopwatch::time_point to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path site = argv[1];
  const UtcTime now = parse_instant("2030-01-01T00:00:00Z")->utc;
  constexpr int kRounds = 7;
  std::vector<double> reading, checking;
  std::size_t posts = 0, found = 0;
  for (int round = 0; round < kRounds; ++round) {
    Diagnostics diagnostics;
    const auto begin = Stopwatch::now();
    auto content = read_content({site, {}, 1}, diagnostics);
    const auto read = Stopwatch::now();
    if (!content) return 1;
    draw_content(*content, {site, 1, CacheUse::none}, diagnostics);
    const auto drawn = Stopwatch::now();
    check_content(*content, now, 1, diagnostics);
    const auto checked = Stopwatch::now();
    reading.push_back(milliseconds(begin, read));
    checking.push_back(milliseconds(drawn, checked));
    posts = content->posts.size();
    found = static_cast<std::size_t>(diagnostics.count(Level::error) + diagnostics.count(Level::warning));
  }
  std::printf(
      "%zu posts on one thread: reading %.0f ms, checking %.0f ms, %.2f of reading; %zu diagnostics\n", posts,
      median(reading), median(checking), median(checking) / median(reading), found);
  return found == 0 ? 0 : 1;
}
