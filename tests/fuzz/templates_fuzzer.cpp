// SPDX-License-Identifier: MIT
#include "engine/templates.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

// A theme's template, from any bytes to a page. The text is split at its first NUL into a template and a
// partial.

using namespace pmsite;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargestInput = 2048;
  if (size > kLargestInput) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto cut = std::min(bytes.find('\0'), bytes.size());
  const std::string partial = cut < bytes.size() ? bytes.substr(cut + 1) : std::string();
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(
      {{"page", {"page.mustache", bytes.substr(0, cut)}}, {"part", {"part.mustache", partial}}}, diagnostics);
  if (diagnostics.has_errors()) return 0;
  const Value data_for_page =
      Value::Object{{"a", "<b>"}, {"list", Value::List{Value::Object{{"x", 1}}, "two"}}, {"no", false}};
  set.render("page", data_for_page, diagnostics);
  return 0;
}
