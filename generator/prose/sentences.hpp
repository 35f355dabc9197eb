// SPDX-License-Identifier: MIT
#pragma once

#include "base/text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace pmsite {

/// The sentences of a paragraph, without the blanks between them. A full stop inside a number, a name or an
/// abbreviation ("9.5", "pmsite.yaml", "e.g.", "a.m.", "Dr.", "U.S.") does not end one; `!`, `?`, an ellipsis
/// and a line break that begins a new paragraph do.
std::vector<TextRange> sentences(std::string_view text);

/// The sentence of `text` that holds the byte `offset`.
TextRange sentence_around(std::string_view text, std::size_t offset);

}  // namespace pmsite
