// SPDX-License-Identifier: MIT
#pragma once

#include "engine/yaml.hpp"
#include "model/postmortem.hpp"
#include "read/fields.hpp"

#include <span>
#include <string_view>

namespace pmsite {

/// What may stand behind a key.
enum class Shape {
  text,
  texts,   ///< a list of them
  number,  ///< between 0 and `most`
  share,   ///< percent: a number, `[low, high]`, or the word `unknown`
  word,    ///< one of `words`
  instant,
  date,
  date_or_instant,
  url,
  map,   ///< with `members`
  maps,  ///< a list of them
};

/// Whether a key must be there.
enum class Needed {
  no,
  always,
  where_share_unknown,  ///< beside `users_percent: unknown`
  unless_draft,         ///< beside every `status` but `draft`
};

/// One key of the front matter: what its reader takes, and what the schema says of it.
struct Key {
  std::string_view name;
  Shape shape = Shape::text;
  Needed needed = Needed::no;
  std::string_view example = {};                           ///< a line that would do, for a key that is needed
  std::string_view description = {};                       ///< for the author, who may see it in an editor
  int longest = FieldReader::kLongestText;                 ///< of a text, in characters
  double most = 0;                                         ///< of a number
  std::span<const std::string_view> (*words)() = nullptr;  ///< of a word
  std::span<const Key> (*members)() = nullptr;             ///< of a map
};

inline constexpr double kMostPercent = 100;

/// The closed list of keys, in the order of the manual.
std::span<const Key> front_matter_fields();

/// Reads every key of `map` into `post`, and reports those that are unknown, missing or wrong.
void read_fields(const FieldReader& fields, const yaml::Value& map, Postmortem& post);

}  // namespace pmsite
