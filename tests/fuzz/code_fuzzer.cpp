// SPDX-License-Identifier: MIT
#include "render/code_tokens.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

// A code block: its first line is the language, the rest is the code, any bytes. Found faults are crashes,
// sanitizer reports, and these promises broken: the tokens together are the code, none is empty, and
// neighbours are of different kinds.

using namespace pmsite;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargestInput = 16384;
  if (size > kLargestInput) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto end = bytes.find('\n');
  if (end == std::string_view::npos) return 0;
  const auto code = bytes.substr(end + 1);
  std::size_t taken = 0;
  const CodeToken* before = nullptr;
  const auto tokens = code_tokens(bytes.substr(0, end), code);
  for (const auto& token : tokens) {
    assert(token.text.data() == code.data() + taken && "a byte that is lost, doubled or changed");
    assert(!token.text.empty() && "a token of nothing");
    assert((before == nullptr || before->kind != token.kind) && "two tokens that are one");
    assert(css_class(token.kind).empty() == (token.kind == TokenKind::plain) && "a kind without its class");
    taken += token.text.size();
    before = &token;
  }
  assert(taken == code.size() && "a byte that is lost");
  return 0;
}
