// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_tokens.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// The tokens in one text: each that is not plain between «», behind the letter of its class.
inline std::string marked(const std::vector<CodeToken>& tokens) {
  std::string text;
  for (const auto& token : tokens) {
    if (token.kind == TokenKind::plain) {
      text += token.text;
    } else {
      text += "«" + std::string(css_class(token.kind)) + " " + std::string(token.text) + "»";
    }
  }
  return text;
}

inline std::string marked(std::string_view language, std::string_view code) {
  return marked(code_tokens(language, code));
}

/// Holds the tokens to what they promise: together they are the code, none is empty, neighbours differ.
inline void check_whole(std::string_view language, std::string_view code) {
  std::string whole;
  const CodeToken* before = nullptr;
  bool are_merged = true;
  const auto tokens = code_tokens(language, code);
  for (const auto& token : tokens) {
    are_merged = are_merged && !token.text.empty() && (before == nullptr || before->kind != token.kind);
    whole += token.text;
    before = &token;
  }
  CHECK_MESSAGE(whole == code, language);
  CHECK_MESSAGE(are_merged, language);
}

}  // namespace pmsite
