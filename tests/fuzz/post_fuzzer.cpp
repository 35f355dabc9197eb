// SPDX-License-Identifier: MIT
#include "base/source.hpp"
#include "read/post_reader.hpp"
#include "render/body.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// A whole post, from any bytes to HTML. Found faults are crashes, sanitizer reports, and these promises
// broken: every diagnostic has its line, and no tag of the author's gets into the page.

using namespace pmsite;

namespace {

void expect_safe(const std::string& html) {
  assert(html.find("<script") == std::string::npos && "a tag of the author's got through");
  assert(html.find("href=\"javascript:") == std::string::npos && "an address that runs got through");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Larger texts are slow in cmark-gfm itself, which is another subject.
  constexpr std::size_t kLargestInput = 4096;
  if (size > kLargestInput) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const Postmortem post = read_post("content/posts/2026-03-06-fuzz.md", bytes, diagnostics);
  const BodyOptions options{
      .resolve = [](std::string_view url) { return std::string(url.substr(0, url.find(':'))); },
      .figure = {}};
  expect_safe(render_blocks(post.preamble, options));
  for (const auto& section : post.sections) expect_safe(render_blocks(section.blocks, options));
  for (const auto& diagnostic : diagnostics.sorted()) assert(diagnostic.at.begin.line > 0);
  return 0;
}
