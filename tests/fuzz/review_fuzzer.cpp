// SPDX-License-Identifier: MIT
#include "read/raw_post.hpp"
#include "review/sheet.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

// Any bytes as a raw postmortem, down to the reviewer's sheet. Found faults are crashes, sanitizer reports,
// and these promises broken: lines are lines of the file, in order, and what is not met shows nothing.

using namespace pmsite;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargestInput = 16384;
  if (size > kLargestInput) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ReviewSheet sheet = review_file("fuzz.md", bytes, *find_profile("alx"));
  int last_line = 1;
  for (const char c : bytes) last_line += c == '\n' ? 1 : 0;
  for (const auto& item : sheet.items) {
    assert((item.finding.met || (item.finding.lines.empty() && item.finding.evidence.empty())) &&
           "something shows what is not met");
    int before = 0;
    for (const int line : item.finding.lines) {
      assert(line > before && line <= last_line && "a line that the file does not have, or out of order");
      before = line;
    }
  }
  return 0;
}
