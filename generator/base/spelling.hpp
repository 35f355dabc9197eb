// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// Least number of single-character insertions, deletions, substitutions and swaps of neighbours that turn
/// `a` into `b` (optimal string alignment distance), in bytes.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate most likely meant by `word`, ASCII case ignored; empty if none is near (a third of the
/// word's letters, at least one, may be wrong). The first of equals wins.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "did you mean `severity`?", or empty where nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// The same, else all that there is to choose from: "use one of: red, green".
std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace pmsite
