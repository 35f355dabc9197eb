// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pmsite {

/// What the forms of a word have in common, packed: "rehearse", "rehearsed" and "rehearsal" are one stem.
using Stem = std::uint64_t;

/// Adds the stems of the words in `text` that carry meaning: four letters or more and no stop word ("that",
/// "were"), or an acronym ("DNS", "S3").
void append_stems(std::vector<Stem>& stems, std::string_view text);

/// Sorts, each once.
void sort_stems(std::vector<Stem>& stems);

/// Whether a stem of `some` is one of `others`, or the beginning of one, or the other way round. Both sorted.
bool share_a_stem(const std::vector<Stem>& some, const std::vector<Stem>& others);

}  // namespace pmsite
