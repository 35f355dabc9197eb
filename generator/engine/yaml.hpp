// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite::yaml {

inline constexpr Rule kYamlSyntax{
    .id = "yaml-syntax",
    .level = Level::error,
    .why = "Facts that cannot be parsed are facts that no page, feed or metric can show.",
    .wrong = "title: Checkout: down",
    .right = "title: \"Checkout: down\"",
    .basis = "YAML 1.2: a colon and a blank begin a value.",
};
inline constexpr Rule kYamlUnsupported{
    .id = "yaml-unsupported",
    .level = Level::error,
    .why =
        "Anchors, aliases, merge keys and tags hide what a file says and can make eleven bytes explode; "
        "plain values cannot.",
    .wrong = "services: &s [checkout]\ntags: *s",
    .right = "services: [checkout]\ntags: [checkout]",
    .basis = "The billion-laughs attack: a few nested aliases expand to gigabytes.",
};
inline constexpr Rule kDuplicateKey{
    .id = "duplicate-key",
    .level = Level::error,
    .why = "Of two values for one key one is lost, and nobody can tell which was meant.",
    .wrong = "severity: SEV2\nseverity: SEV1",
    .right = "severity: SEV1",
    .basis = "YAML 1.2, section 3.2.1.3: keys of a mapping are unique.",
};

enum class Kind { null, scalar, list, map };

struct Entry;

/// A YAML value. Scalars stay text: who reads them decides what "no" or "09:12" means.
struct Value {
  Kind kind = Kind::null;
  Span at;
  std::string text;  ///< of a scalar
  bool quoted = false;
  std::vector<Value> items;
  std::vector<Entry> entries;  ///< in the order of the file, keys unique

  const Entry* find(std::string_view key) const;
};

struct Entry {
  Located<std::string> key;
  Value value;
};

/// Limits of one YAML text; beyond them it is reported and nothing is returned.
inline constexpr std::size_t kLargestText = 64 * 1024;
inline constexpr int kDeepestNesting = 20;
inline constexpr int kMostNodes = 20'000;

/// Reads one YAML document whose top is a map. `first_line` is the line of the file on which `text` begins.
/// What is wrong is reported through `reporter`. None where there is no whole map to return; duplicate and
/// merge keys leave the rest of the map usable.
std::optional<Value> parse(std::string_view text, int first_line, const FileReporter& reporter);

}  // namespace pmsite::yaml
