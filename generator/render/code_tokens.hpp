// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_token.hpp"

namespace pmsite {

/// The code in pieces, which together are the code; one plain piece where the language is not known.
/// `language` is what authors write behind a fence: "bash", "psql", "YAML", "console". The tokens point into
/// `code`.
std::vector<CodeToken> code_tokens(std::string_view language, std::string_view code);

/// The CSS class of a kind, a letter; empty for plain.
std::string_view css_class(TokenKind kind);

}  // namespace pmsite
