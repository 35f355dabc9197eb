// SPDX-License-Identifier: MIT
#pragma once

#include "prose/percentages.hpp"
#include "prose/sentences.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace pmsite {

/// A noun that says what a share is a share of.
struct ShareNoun {
  ShareOf of = ShareOf::other;
  TextRange at;
};

/// The noun of "of our active users", "of all requests" at `at`, behind the share: with up to `most_before`
/// words in front of it, none of which is a verb. Of "user requests" the requests. None where no noun is
/// known.
std::optional<ShareNoun> share_noun_at(std::string_view text, std::size_t at, int most_before);

/// The noun behind a share that ends at `at`: "of our users", "users". The `of` of a noun that is not known
/// is `other`.
std::optional<ShareNoun> share_noun_behind(std::string_view text, std::size_t at);

/// The noun in front of a share that begins at `at`, with only words like "affected" and ": about" between.
std::optional<ShareNoun> share_noun_before(std::string_view text, std::size_t at);

}  // namespace pmsite
