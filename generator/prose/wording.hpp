// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace pmsite {

// Ways to put things that hide what there is to learn. None of these looks at what stands in quotation marks:
// those are somebody else's words. A sentence that denies the thing ("nobody was careless") is left alone
// too.

/// Words that judge a person: "careless", "the intern forgot", "his own fault". `names` are people the text
/// may name, for "Ada forgot".
std::vector<TextRange> find_blame(std::string_view text, std::span<const std::string_view> names = {});

/// Words that measure what people did against what is known since: "should have tested", "if only we",
/// "obviously". A value that should have been another ("should have been 10") is none, nor is a machine that
/// failed to do something.
std::vector<TextRange> find_hindsight(std::string_view text);

/// Words that name a person's mistake as the cause: "human error", "the operator mistyped". With `is_cause`
/// the whole text tells nothing but the cause; otherwise the sentence must say that it speaks of one.
std::vector<TextRange> find_human_cause(std::string_view text, bool is_cause);

/// Whether a text may hold anything that find_placeholders() or one of the three above finds; blame by name
/// aside. One look spares the four of them most texts.
bool has_telltale(std::string_view text);

}  // namespace pmsite
