// SPDX-License-Identifier: MIT
#pragma once

#include "model/vocabulary.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// The kinds that an author may mean by a word, or a few, that are no kind: a misspelt one ("detcted"),
/// another form ("resolving"), a synonym ("noticed", "service restored"). The likeliest first; empty where
/// the words mean something else. `words` is lower case; a colon or a full stop may end it.
std::vector<EventKind> meant_kinds(std::string_view words);

}  // namespace pmsite
